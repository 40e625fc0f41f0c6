using Gaia.Cli.Bench;
using Gaia.Cli.Bench.Gymnasium;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Tests.Bench;

public sealed class BenchTableTests
{
    private const string Steps = "81,234,567";

    private static readonly string[] Worlds =
        ["BipedalWalkerHardcore-v3", "LunarLander-v3-continuous", "MountainCarContinuous-v0"];

    /// <summary>A row of the table is a line, in which the number of steps is whole.</summary>
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(130)]
    [InlineData(140)]
    [InlineData(160)]
    [InlineData(200)]
    public void Render_AnyWidth_NeverWrapsARow(int columns)
    {
        foreach (bool hasSeveralThreads in (bool[])[false, true])
        {
            string[] lines = Render(columns, isCompared: true, hasSeveralThreads);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, columns));
            string[] rows = [.. lines.Where(line => line.Contains(Steps, StringComparison.Ordinal))];
            Assert.Equal(Worlds.Length, rows.Length);
            Assert.All(Worlds.Zip(rows), pair =>
            {
                Assert.Contains(pair.First + " ", pair.Second, StringComparison.Ordinal);
                Assert.Contains("heuristic ", pair.Second, StringComparison.Ordinal);
                Assert.Contains(" x66 ", pair.Second + " ", StringComparison.Ordinal);
            });
            int frame = lines[0].StartsWith('╭') ? 4 : 1;
            Assert.Equal(Worlds.Length + frame, lines.Length);
        }
    }

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void Render_NothingToCompareWith_HasNoColumnsForIt(int columns)
    {
        string text = string.Join('\n', Render(columns, isCompared: false, hasSeveralThreads: false));
        Assert.DoesNotContain("gym", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ratio", text, StringComparison.Ordinal);
        Assert.Contains("episodes/s", text, StringComparison.Ordinal);
    }

    private static string[] Render(int columns, bool isCompared, bool hasSeveralThreads)
    {
        StringWriter output = new();
        Terminal terminal = new(output, TextWriter.Null, TimeProvider.System) { Columns = columns };
        terminal.Rich.Write(BenchTable.Render(Report(isCompared, hasSeveralThreads), columns));
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static WorldBenchReport Report(bool isCompared, bool hasSeveralThreads) => new()
    {
        Version = "1",
        Date = DateTimeOffset.UnixEpoch,
        Machine = MachineDescription.OfThis(),
        Seconds = 1,
        Results =
        [
            .. Worlds.Select(world => new BenchRow
            {
                World = world,
                Workload = "heuristic",
                Form = "scalar",
                Threads = 16,
                ThreadsRatio = hasSeveralThreads ? 15.5 : null,
                StepsPerSecond = 81_234_567,
                EpisodesPerSecond = 3_456_789,
                Gymnasium = isCompared ? new GymnasiumRate(1_234_567, 54_321) : null,
            }),
        ],
        Gymnasium = new GymnasiumReport(null, "none", []),
    };
}
