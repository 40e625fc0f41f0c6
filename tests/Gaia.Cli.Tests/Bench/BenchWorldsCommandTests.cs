using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;

namespace Gaia.Cli.Tests.Bench;

public sealed class BenchWorldsCommandTests
{
    private static readonly string[] RowKeys =
        ["world", "workload", "form", "threads", "stepsPerSecond", "episodesPerSecond"];

    [Fact]
    public async Task Worlds_AsJson_HasExactlyTheDocumentedShape()
    {
        CommandRun run = await CommandRun.OfAsync(
            "bench", "worlds", "--world", "CartPole-v1", "--seconds", "0.2", "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal(
            ["schema", "version", "date", "machine", "seconds", "results"],
            run.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("gaia.bench.worlds/2", run.Json.GetProperty("schema").GetString());
        JsonElement[] results = [.. run.Json.GetProperty("results").EnumerateArray()];
        Assert.NotEmpty(results);
        Assert.All(results, result =>
        {
            Assert.Equal(RowKeys, result.EnumerateObject().Select(property => property.Name));
            Assert.Equal("CartPole-v1", result.GetProperty("world").GetString());
            Assert.Equal(1, result.GetProperty("threads").GetInt32());
            Assert.True(result.GetProperty("stepsPerSecond").GetDouble() > 0);
            Assert.True(result.GetProperty("episodesPerSecond").GetDouble() > 0);
        });
        Assert.Contains("measuring", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worlds_OnlyOne_MeasuresThatOne()
    {
        CommandRun run = await CommandRun.OfAsync("bench", "worlds", "--world", "CartPole-v1", "--seconds", "0.1");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("CartPole-v1", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("LunarLander", run.Output, StringComparison.Ordinal);
        Assert.Contains("cores", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scalar", "scalar")]
    [InlineData("simd", "simd")]
    [InlineData("both", "scalar,simd")]
    public async Task Worlds_Form_MeasuresThatFormUnderEveryWorkload(string form, string measured)
    {
        CommandRun run = await CommandRun.OfAsync(
            "bench", "worlds", "--world", "CartPole-v1", "--seconds", "0.1", "--form", form, "--json");
        Assert.Equal(
            from workload in (string[])["random", "mlp"]
            from one in measured.Split(',')
            select (workload, one),
            run.Json.GetProperty("results").EnumerateArray().Select(row =>
                (row.GetProperty("workload").GetString()!, row.GetProperty("form").GetString()!)));
    }

    [Fact]
    public async Task Worlds_LanderAndTwoThreads_HasItsHeuristicToo()
    {
        CommandRun run = await CommandRun.OfAsync(
            "bench", "worlds", "--world", "LunarLander-v3", "--seconds", "0.1", "--threads", "2", "--json");
        JsonElement[] rows = [.. run.Json.GetProperty("results").EnumerateArray()];
        Assert.Equal(["random", "mlp", "heuristic"], rows.Select(row => row.GetProperty("workload").GetString()));
        Assert.All(rows, row => Assert.Equal(2, row.GetProperty("threads").GetInt32()));
    }

    [Fact]
    public async Task Worlds_TwoThreadCounts_MeasuresEachAndPrintsTheRatio()
    {
        CommandRun run = await CommandRun.OfAsync(
            "bench", "worlds", "--world", "xor", "--seconds", "0.1", "--threads", "2,1", "--json");
        Assert.Equal(ExitCode.Ok, run.Exit);
        JsonElement[] rows = [.. run.Json.GetProperty("results").EnumerateArray()];
        Assert.Equal([1, 2, 1, 2], rows.Select(row => row.GetProperty("threads").GetInt32()));
        Assert.False(rows[0].TryGetProperty("threadsRatio", out _));
        Assert.Equal(
            rows[1].GetProperty("stepsPerSecond").GetDouble() / rows[0].GetProperty("stepsPerSecond").GetDouble(),
            rows[1].GetProperty("threadsRatio").GetDouble());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1,")]
    [InlineData("two")]
    [InlineData("1,99999")]
    public async Task Worlds_ThreadsThatAreNoCounts_SaysWhatIsAllowed(string threads)
    {
        CommandRun run = await CommandRun.OfAsync("bench", "worlds", "--threads", threads);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("--threads: allowed is a number from 1 to 1024", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worlds_NameOfAFunction_SaysThatItIsOne()
    {
        CommandRun run = await CommandRun.OfAsync("bench", "worlds", "--world", "sphere");
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("'sphere' is a function", run.Error, StringComparison.Ordinal);
    }
}
