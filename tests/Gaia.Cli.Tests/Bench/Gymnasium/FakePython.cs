using System.Diagnostics;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>A directory for PATH with a program `python3` that answers as it is told, whatever script it is given.
/// </summary>
internal sealed class FakePython : IDisposable
{
    public const string Versions = """{"python": "3.12.1", "gymnasium": "1.3.0", "numpy": "2.1.0"}""";

    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A stand-in.</summary>
    /// <param name="body">Shell commands; <c>$request</c> holds what came in on standard input.</param>
    /// <param name="name">The program's name.</param>
    public FakePython(string body, string name = "python3")
    {
        Folder = Directory.CreateTempSubdirectory("gaia-python-").FullName;
        File = Path.Combine(Folder, name);
        Write($"#!/bin/sh\nrequest=$(/bin/cat)\n{body}\n");
    }

    public string Folder { get; }

    public string File { get; }

    /// <summary>What the last run with a world was asked for.</summary>
    public string Requests => System.IO.File.ReadAllText(Path.Combine(Folder, "requests"));

    /// <summary>Answers the question for versions, and every measurement with the same text.</summary>
    public static FakePython Answering(string measurement) => new(Answer(measurement));

    /// <summary>The commands for that, to be written beside others.</summary>
    public static string Answer(string measurement) => $$"""
        if [ "$request" = "{}" ]; then
          printf '%s\n' '{{Versions}}'
        else
          printf '%s\n' "$request" >> "${0%/*}/requests"
          printf '%s\n' '{{measurement}}'
        fi
        """;

    /// <summary>Replaces the whole program.</summary>
    /// <remarks>A copier writes the file: one that this process had open for writing could not be started while another
    /// test's child process, just forked, still holds it open.</remarks>
    public void Write(string program)
    {
        string source = File + ".source";
        System.IO.File.WriteAllText(source, program);
        using Process copy = Process.Start("/bin/cp", [source, File]);
        copy.WaitForExit();
        SetMode(Executable);
    }

    public void SetMode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
        System.IO.File.SetUnixFileMode(File, mode);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
