using Spectre.Console;

namespace Gaia.Cli.Terminals;

/// <summary>Where a command reads and writes: results to <see cref="Out"/>, progress and logs to the error side.</summary>
internal sealed class Terminal
{
    private readonly Lazy<IAnsiConsole> _rich;
    private readonly Lazy<IAnsiConsole> _richError;

    public Terminal(TextWriter output, TextWriter error, bool isInteractive, TimeProvider time)
    {
        Out = output;
        Error = error;
        IsInteractive = isInteractive;
        Time = time;
        _rich = new(() => Create(output, isInteractive));
        _richError = new(() => Create(error, isInteractive));
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>A person watches: live tables, colour and progress bars make sense.</summary>
    public bool IsInteractive { get; }

    public TimeProvider Time { get; }

    /// <summary>Tables and live views on standard output.</summary>
    public IAnsiConsole Rich => _rich.Value;

    /// <summary>Progress bars, kept away from what a script reads.</summary>
    public IAnsiConsole RichError => _richError.Value;

    public static Terminal OfProcess(TimeProvider time) => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected && !Console.IsErrorRedirected,
        time);

    public async Task<int> FailAsync(int exitCode, string line)
    {
        await Error.WriteLineAsync("gaianode: " + line);
        return exitCode;
    }

    private static IAnsiConsole Create(TextWriter writer, bool isInteractive)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        // Without a terminal there is no width; tables of ours fit into this one.
        if (!isInteractive) console.Profile.Width = 160;
        return console;
    }
}
