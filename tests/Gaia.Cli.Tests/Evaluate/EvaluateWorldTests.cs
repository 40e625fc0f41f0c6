using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;

namespace Gaia.Cli.Tests.Evaluate;

/// <summary><c>gaianode evaluate --world</c>.</summary>
public sealed class EvaluateWorldTests : IDisposable
{
    private const string Starts = "pole-double-no-velocities-starts";

    /// <summary>Does not push.</summary>
    private const string Still = """
        {"env":"pole-double-no-velocities",
         "layers":[{"in":3,"out":1,"w":[[0,0,0]],"b":[0],"act":"none"}],"output":"clip"}
        """;

    private const string WindyLander = """
        {"env":"LunarLander-v3-continuous-wind", "arguments":{"gravity":-5,"wind_power":20},
         "layers":[{"in":8,"out":2,"w":[[0,0,0,0,0,0,0,0],[0,0,0,0,0,0,0,0]],"b":[0,0],"act":"none"}],"output":"tanh"}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-cli-").FullName;

    [Fact]
    public async Task Evaluate_AllStartsOfPoles_MeanIsTheShareOfThosePassed()
    {
        CommandRun run = await EvaluateAsync(Still, "--world", Starts, "--seeds", "0..624", "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal(Starts, run.Json.GetProperty("world").GetString());
        JsonElement[] episodes = [.. run.Json.GetProperty("episodes").EnumerateArray()];
        Assert.Equal(625, episodes.Length);
        Assert.All(episodes, episode =>
        {
            bool stood = episode.GetProperty("ended").ValueEquals("truncated");
            Assert.Equal(stood ? 1.0 : 0.0, episode.GetProperty("return").GetDouble());
        });
        // At rest and upright: one start for each of the five places of the cart.
        Assert.Equal(5.0 / 625, run.Json.GetProperty("mean").GetDouble());
        Assert.False(run.Json.GetProperty("solved").GetBoolean());
    }

    [Fact]
    public async Task Evaluate_LongTestOfPoles_CountsTheStepsBalanced()
    {
        CommandRun run = await EvaluateAsync(
            Still, "--world", "pole-double-no-velocities-long", "--seeds", "0..0", "--json");

        JsonElement episode = Assert.Single(run.Json.GetProperty("episodes").EnumerateArray());
        Assert.Equal(23, episode.GetProperty("steps").GetInt32());
        Assert.Equal(22.0, episode.GetProperty("return").GetDouble());
    }

    [Fact]
    public async Task Evaluate_WorldOfTheFile_ChangesNothing()
    {
        CommandRun named = await EvaluateAsync(
            WindyLander, "--world", "LunarLander-v3-continuous-wind", "--seeds", "5", "--json");
        CommandRun plain = await EvaluateAsync(WindyLander, "--seeds", "5", "--json");

        Assert.Equal(ExitCode.Ok, named.Exit);
        Assert.Equal(plain.Output, named.Output);
    }

    [Fact]
    public async Task Evaluate_OtherWorld_TakesTheArgumentsThatItHas()
    {
        CommandRun run = await EvaluateAsync(
            WindyLander, "--world", "LunarLander-v3-continuous", "--seeds", "5", "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal("LunarLander-v3-continuous", run.Json.GetProperty("world").GetString());
        JsonProperty argument = Assert.Single(run.Json.GetProperty("arguments").EnumerateObject());
        Assert.Equal(("gravity", -5.0), (argument.Name, argument.Value.GetDouble()));
    }

    [Fact]
    public async Task Evaluate_FileOfAnUnknownWorld_RunsInAKnownOne()
    {
        string foreign = Still.Replace("pole-double-no-velocities", "MyPoles-v0", StringComparison.Ordinal);
        CommandRun run = await EvaluateAsync(foreign, "--world", Starts, "--seeds", "312", "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal(1.0, run.Json.GetProperty("mean").GetDouble());
    }

    [Theory]
    [InlineData("Pong-v0", "--world: There is no world \"Pong-v0\".")]
    [InlineData("", "--world: There is no world")]
    [InlineData("pole-double", "3 inputs do not fit. Allowed: 6, the observation of pole-double.")]
    [InlineData("LunarLander-v3-continuous", "1 outputs do not fit. Allowed: 2, the action of")]
    [InlineData("CartPole-v1", "clip does not fit CartPole-v1. Allowed: argmax.")]
    [InlineData("sphere", "clip does not fit the function sphere. Allowed: identity.")]
    public async Task Rejects_WorldThatThePolicyCannotActIn_SayingWhatIsAllowed(string world, string error)
    {
        CommandRun run = await EvaluateAsync(Still, "--world", world, "--seeds", "1");

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains($"cannot be evaluated in {world}:", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains(run.ErrorLines, line => line.Contains(error, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<CommandRun> EvaluateAsync(string text, params string[] options)
    {
        string file = Path.Combine(_folder, "a.policy.json");
        await File.WriteAllTextAsync(file, text);
        return await CommandRun.OfAsync(["evaluate", file, .. options]);
    }
}
