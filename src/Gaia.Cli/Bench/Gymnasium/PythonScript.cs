using System.ComponentModel;
using System.Diagnostics;

namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>Runs the embedded script in a Python process: one text in, one text out, bounded in time and length.
/// </summary>
/// <param name="python">The interpreter's file.</param>
/// <param name="time">Measures the limit.</param>
internal sealed class PythonScript(string python, TimeProvider time)
{
    /// <summary>Longest reply: a measurement is a hundred characters.</summary>
    private const int MaximumReply = 16 * 1024;

    /// <summary>How much of the error side is kept: its end, where a traceback names the error.</summary>
    private const int MaximumLastWords = 2000;

    /// <summary>One interpreter is to use one core: NumPy's linear algebra would start threads of its own.</summary>
    private static readonly string[] ThreadVariables =
        ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"];

    private static readonly Lazy<string> Source = new(ReadSource);

    /// <summary>Runs the script once.</summary>
    /// <param name="request">Its standard input.</param>
    /// <param name="limit">Time from its start to its end; whoever takes longer is ended.</param>
    /// <param name="cancellationToken">Ends the process at once.</param>
    /// <returns>Its standard output, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the process has ended.</exception>
    public async Task<(string? Reply, GymnasiumFailure? Failure)> RunAsync(
        string request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using Process process = new() { StartInfo = StartInfo() };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return (null, new(GymnasiumFault.NotStarted, $"{python} cannot be started: {error.Message}"));
        }

        using CancellationTokenSource timer = new(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await ConverseAsync(process, request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(
                GymnasiumFault.TimedOut, $"{python} was ended after {limit.TotalSeconds:0.#} s without a result"));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task<(string? Reply, GymnasiumFailure? Failure)> ConverseAsync(
        Process process, string request, CancellationToken cancellationToken)
    {
        // Both sides are read at once: a pipe that nobody reads fills up, and then the process stands still.
        Task<string> lastWords = ReadEndAsync(process.StandardError, cancellationToken);
        Task<string?> output = ReadAllAsync(process.StandardOutput, cancellationToken);
        try
        {
            await process.StandardInput.WriteAsync(request.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read its input: its exit code and its error side say why.
        }

        if (await output is not { } reply)
            return (null, new(GymnasiumFault.Malformed, $"{python} printed more than {MaximumReply} characters"));
        string words = await lastWords;
        await process.WaitForExitAsync(cancellationToken);
        string said = words.Length == 0 ? "" : ": " + words;
        return process.ExitCode == 0
            ? (reply, null)
            : (null, new(GymnasiumFault.Exited, $"{python} ended with exit code {process.ExitCode}{said}"));
    }

    private ProcessStartInfo StartInfo()
    {
        ProcessStartInfo start = new(python)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Source.Value);
        foreach (string variable in ThreadVariables) start.Environment[variable] = "1";
        return start;
    }

    /// <summary>The whole text, or null when it is longer than any reply.</summary>
    private static async Task<string?> ReadAllAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        char[] buffer = new char[MaximumReply + 1];
        int length = await reader.ReadBlockAsync(buffer, cancellationToken);
        return length > MaximumReply ? null : new string(buffer, 0, length);
    }

    /// <summary>The end of a text of any length, on one line.</summary>
    private static async Task<string> ReadEndAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        string end = "";
        char[] buffer = new char[MaximumLastWords];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            end += new string(buffer, 0, read);
            if (end.Length > MaximumLastWords) end = end[^MaximumLastWords..];
        }

        return OneLine(end);
    }

    internal static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ReadSource()
    {
        using Stream stream = typeof(PythonScript).Assembly.GetManifestResourceStream("measure.py")
            ?? throw new InvalidOperationException("The script is not part of this build.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
