using Gaia.Core.Results;
using Spectre.Console;

namespace Gaia.Cli.Terminals;

/// <summary>Where a command reads and writes: results to <see cref="Out"/>, progress to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    /// <summary>Columns of a table that goes to a file or a pipe, which have no width.</summary>
    public const int PlainColumns = 160;

    private readonly Lazy<IAnsiConsole> _rich;
    private readonly Lazy<IAnsiConsole> _richError;

    public Terminal(TextWriter output, TextWriter error, TimeProvider time)
    {
        Out = output;
        Error = error;
        Time = time;
        _rich = new(() => Create(output, IsInteractive));
        _richError = new(() => Create(error, IsErrorInteractive));
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>A person watches standard output: live tables and colour make sense.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>A person watches the error side: progress bars make sense.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>Columns of <see cref="Out"/>; null to ask the terminal.</summary>
    public int? Columns { get; init; }

    public TimeProvider Time { get; }

    /// <summary>Value of an environment variable, null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Tables and live views on standard output.</summary>
    public IAnsiConsole Rich => _rich.Value;

    /// <summary>Progress bars, kept away from what a script reads.</summary>
    public IAnsiConsole RichError => _richError.Value;

    public static Terminal OfProcess(TimeProvider time) => new(Console.Out, Console.Error, time)
    {
        IsInteractive = !Console.IsOutputRedirected,
        IsErrorInteractive = !Console.IsErrorRedirected,
    };

    /// <summary>Prints one line that says what is wrong.</summary>
    public async Task<int> FailAsync(int exitCode, string line)
    {
        await Error.WriteLineAsync("gaianode: " + line);
        return exitCode;
    }

    /// <summary>Prints what is wrong, then every error on a line of its own.</summary>
    public async Task<int> FailAsync(int exitCode, string line, IEnumerable<ValidationError> errors)
    {
        await FailAsync(exitCode, line);
        foreach (ValidationError error in errors) await Error.WriteLineAsync("  " + error);
        return exitCode;
    }

    private IAnsiConsole Create(TextWriter writer, bool isInteractive)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (Columns is { } columns) console.Profile.Width = columns;
        else if (!isInteractive) console.Profile.Width = PlainColumns;
        return console;
    }
}
