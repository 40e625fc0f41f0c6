using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;

namespace Gaia.Cli.Tests.Evaluate;

public sealed class EvaluateCommandTests : IDisposable
{
    private const double ReturnTolerance = 1e-3;
    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-cli-").FullName;

    [Theory]
    [InlineData("cartpole-16-a", 100)]
    [InlineData("lunarlander-16-a", 98)]
    public async Task Evaluate_RecordedPolicyOnRecordedSeeds_GivesRecordedReturns(string name, int required)
    {
        CommandRun run = await CommandRun.OfAsync(
            "evaluate", Golden(name + ".policy.json"), "--seeds", "900000..900099", "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        using JsonDocument recorded = JsonDocument.Parse(File.ReadAllBytes(Golden(name + ".returns.json")));
        var expected = recorded.RootElement.GetProperty("episodes").EnumerateArray().ToArray();
        var actual = run.Json.GetProperty("episodes").EnumerateArray().ToArray();
        Assert.Equal(expected.Length, actual.Length);
        int equal = expected.Zip(actual).Count(pair => AreEqual(pair.First, pair.Second));
        Assert.InRange(equal, required, expected.Length);
    }

    [Fact]
    public async Task Evaluate_AsJson_HasExactlyTheDocumentedShape()
    {
        CommandRun run = await CommandRun.OfAsync("evaluate", CartPole, "--seeds", "7,900000..900001", "--json");

        Assert.Equal(
            ["schema", "world", "episodes", "mean", "std", "min", "max", "solved"],
            run.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("gaia.evaluation/1", run.Json.GetProperty("schema").GetString());
        Assert.Equal("CartPole-v1", run.Json.GetProperty("world").GetString());
        Assert.Equal(JsonValueKind.True, run.Json.GetProperty("solved").ValueKind);
        JsonElement[] episodes = [.. run.Json.GetProperty("episodes").EnumerateArray()];
        Assert.Equal([7u, 900000u, 900001u], episodes.Select(episode => episode.GetProperty("seed").GetUInt32()));
        Assert.All(episodes, episode =>
        {
            Assert.Equal(
                ["seed", "return", "steps", "ended"], episode.EnumerateObject().Select(property => property.Name));
            Assert.Contains(episode.GetProperty("ended").GetString(), (string[])["terminated", "truncated"]);
        });
    }

    [Fact]
    public async Task Evaluate_ForAPerson_IsOneLine()
    {
        CommandRun run = await CommandRun.OfAsync("evaluate", CartPole, "--seeds", "1..5");
        Assert.Equal(
            "CartPole-v1: mean 500.0 +- 0.0 over 5 episodes (min 500.0, max 500.0), "
            + "at or above the world's solved score",
            run.Output.TrimEnd());
    }

    [Theory]
    [InlineData("9..5")]
    [InlineData("x")]
    [InlineData("")]
    public async Task Rejects_BadSeeds(string seeds)
    {
        CommandRun run = await CommandRun.OfAsync("evaluate", CartPole, "--seeds", seeds);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("allowed", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"env":"CartPole-v1","layers":[],"output":"argmax"}""")]
    public async Task Rejects_WhatIsNoPolicy(string text)
    {
        CommandRun run = await EvaluateAsync(text);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.ErrorLines);
    }

    [Fact]
    public async Task Rejects_UnknownWorldAndWrongSizes_SayingWhatIsAllowed()
    {
        string good = await File.ReadAllTextAsync(CartPole);
        CommandRun world = await EvaluateAsync(good.Replace("CartPole-v1", "Pong-v0", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage, world.Exit);
        Assert.Contains("Pong-v0", world.Error, StringComparison.Ordinal);
        Assert.Contains("`gaianode worlds` lists them all", world.Error, StringComparison.Ordinal);

        CommandRun size = await EvaluateAsync(good.Replace("CartPole-v1", "LunarLander-v3", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage, size.Exit);
        Assert.True(size.ErrorLines.Length >= 3, "Both the inputs and the outputs do not fit.");
    }

    [Fact]
    public async Task Evaluate_ContinuousWorld_RunsToItsHorizon()
    {
        const string Swing = """
            {"env":"Pendulum-v1","layers":[{"in":3,"out":1,"w":[[0,1,0.5]],"b":[0],"act":"none"}],"output":"clip"}
            """;
        CommandRun run = await EvaluateAsync(Swing, "--seeds", "0..2", "--json");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.All(run.Json.GetProperty("episodes").EnumerateArray(), episode =>
        {
            Assert.Equal(200, episode.GetProperty("steps").GetInt32());
            Assert.True(episode.GetProperty("ended").ValueEquals("truncated"));
            Assert.InRange(episode.GetProperty("return").GetDouble(), -4000, 0);
        });
        Assert.False(run.Json.TryGetProperty("arguments", out _));
    }

    [Fact]
    public async Task Evaluate_WorldArguments_ChangeTheEpisodes_AndAreReported()
    {
        CommandRun calm = await EvaluateAsync(await InWindAsync("0"), "--seeds", "5", "--json");
        CommandRun storm = await EvaluateAsync(await InWindAsync("20"), "--seeds", "5", "--json");
        Assert.Equal(20, storm.Json.GetProperty("arguments").GetProperty("wind_power").GetDouble());
        Assert.NotEqual(calm.Json.GetProperty("mean").GetDouble(), storm.Json.GetProperty("mean").GetDouble());
        CommandRun line = await EvaluateAsync(await InWindAsync("20"), "--seeds", "5");
        Assert.StartsWith("LunarLander-v3-wind (wind_power 20): mean", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_WorldArgumentOutOfRange_ListingWhatIsAllowed()
    {
        CommandRun run = await EvaluateAsync(await InWindAsync("20.5"), "--seeds", "5");
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("$.arguments.wind_power", run.Error, StringComparison.Ordinal);
        Assert.Contains("0 to 20", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_NumbersThatAreNone()
    {
        string good = await File.ReadAllTextAsync(CartPole);
        int first = good.IndexOf('.', good.IndexOf("\"w\"", StringComparison.Ordinal));
        foreach (string broken in (string[])["NaN", "1e999"])
        {
            string text = good[..(first - 1)] + broken + "," + good[(first - 1)..];
            CommandRun run = await EvaluateAsync(text);
            Assert.Equal(ExitCode.Usage, run.Exit);
        }
    }

    [Fact]
    public async Task Rejects_Directory()
    {
        CommandRun run = await CommandRun.OfAsync("evaluate", _folder);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("is a directory", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string CartPole => Golden("cartpole-16-a.policy.json");

    private static string Golden(string name) => Path.Combine(
        Environment.GetEnvironmentVariable("GAIA_GOLDEN") is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "golden"),
        "policies",
        name);

    private static bool AreEqual(JsonElement expected, JsonElement actual) =>
        expected.GetProperty("seed").GetUInt32() == actual.GetProperty("seed").GetUInt32()
        && expected.GetProperty("steps").GetInt32() == actual.GetProperty("steps").GetInt32()
        && actual.GetProperty("ended").ValueEquals(expected.GetProperty("ended").GetString())
        && Math.Abs(expected.GetProperty("return").GetDouble() - actual.GetProperty("return").GetDouble())
            <= ReturnTolerance;

    /// <summary>The golden lander in the wind.</summary>
    private static async Task<string> InWindAsync(string power) =>
        (await File.ReadAllTextAsync(Golden("lunarlander-16-a.policy.json"))).Replace(
            "\"LunarLander-v3\"",
            $$"""
            "LunarLander-v3-wind", "arguments": {"wind_power": {{power}}}
            """,
            StringComparison.Ordinal);

    private Task<CommandRun> EvaluateAsync(string text) => EvaluateAsync(text, "--seeds", "1");

    private async Task<CommandRun> EvaluateAsync(string text, params string[] options)
    {
        string file = Path.Combine(_folder, "a.policy.json");
        await File.WriteAllTextAsync(file, text);
        return await CommandRun.OfAsync(["evaluate", file, .. options]);
    }
}
