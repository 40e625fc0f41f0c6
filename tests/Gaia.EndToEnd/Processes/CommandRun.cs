using System.Diagnostics;
using System.Text.Json;

namespace Gaia.EndToEnd.Processes;

/// <summary>One command of the real executable, run to its end.</summary>
internal sealed record CommandRun(int Exit, string Output, string Error)
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    /// <summary>The one JSON object on the one line of standard output.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.True(Output.Length > 0, $"No output, exit {Exit}: {Error}");
            string line = Assert.Single(Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            using JsonDocument document = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            return document.RootElement.Clone();
        }
    }

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(DefaultLimit, null, arguments);

    public static async Task<CommandRun> OfAsync(TimeSpan limit, string? workingDirectory, params string[] arguments)
    {
        ProcessStartInfo start = Executables.Gaianode(arguments);
        if (workingDirectory is not null) start.WorkingDirectory = workingDirectory;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(limit, TimeProvider.System);
            return new CommandRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
