using System.Diagnostics;
using System.Globalization;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Crash;

public sealed class KillTests : IDisposable
{
    private const int Kills = 8;

    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Process_KilledWhileWriting_LosesNothingThatWasAcknowledged()
    {
        var acknowledged = new HashSet<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged.UnionWith(await WriteUntilKilled(kill * 1_000_000, linesUntilKill: 1 + (kill * 37)));
            await using var store = await _directory.OpenAsync(CrashProgram.Options);
            foreach (var number in acknowledged)
            {
                var elite = Elite(number, number, parents: [number - 1]);
                AssertSame(elite, await store.Elites.FindAsync(Task(1), elite.Id, default));
            }
        }

        Assert.True(acknowledged.Count >= Kills * 30);
    }

    [Fact]
    public async Task SecondProcess_OnTheSameDirectory_SaysSoInOneLineAndEnds()
    {
        await using var store = await _directory.OpenAsync();
        using var process = Writer(first: 0);
        Assert.True(process.Start());
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("Another node is running", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private Process Writer(int first) => new()
    {
        StartInfo = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet"
            ? path
            : "dotnet")
        {
            ArgumentList =
            {
                typeof(CrashProgram).Assembly.Location,
                _directory.Directory,
                first.ToString(CultureInfo.InvariantCulture),
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        },
    };

    private async Task<List<int>> WriteUntilKilled(int first, int linesUntilKill)
    {
        using var process = Writer(first);
        Assert.True(process.Start());
        var numbers = new List<int>();
        try
        {
            while (numbers.Count < linesUntilKill && await process.StandardOutput.ReadLineAsync() is { } line)
                numbers.Add(int.Parse(line, CultureInfo.InvariantCulture));
        }
        finally
        {
            process.Kill();
        }

        // What it said before it died counts too; only a last line cut short does not.
        var rest = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
        numbers.AddRange(rest[..^1].Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
        await process.WaitForExitAsync();
        Assert.True(numbers.Count >= linesUntilKill, await process.StandardError.ReadToEndAsync());
        return numbers;
    }
}
