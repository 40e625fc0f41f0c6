using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;

namespace Gaia.Cli.Tests.Train;

public sealed class TrainCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-cli-").FullName;

    [Fact]
    public async Task Train_CartPole_SolvesItAndWritesAPolicyThatScores()
    {
        JsonElement result = await TrainAsync("5", "2");

        Assert.Equal("gaia.train/1", result.GetProperty("schema").GetString());
        Assert.True(result.GetProperty("solved").GetBoolean());
        Assert.InRange(result.GetProperty("score").GetDouble(), 475, 500);
        Assert.InRange(result.GetProperty("rescore").GetDouble(), 475, 500);
        string policy = result.GetProperty("policy").GetString()!;
        CommandRun evaluation = await CommandRun.OfAsync("evaluate", policy, "--json");
        Assert.True(evaluation.Json.GetProperty("solved").GetBoolean());
    }

    [Fact]
    public async Task Train_SameSeed_GivesTheSameEliteOnAnyThreads()
    {
        JsonElement one = await TrainAsync("7", "1");
        JsonElement again = await TrainAsync("7", "1");
        JsonElement two = await TrainAsync("7", "2");
        JsonElement other = await TrainAsync("8", "1");

        foreach (string name in (string[])["eliteId", "score", "rescore", "evaluations", "environmentSteps"])
        {
            Assert.Equal(one.GetProperty(name).ToString(), again.GetProperty(name).ToString());
            Assert.Equal(one.GetProperty(name).ToString(), two.GetProperty(name).ToString());
        }

        Assert.NotEqual(one.GetProperty("eliteId").GetString(), other.GetProperty("eliteId").GetString());
    }

    [Fact]
    public async Task Train_Function_ReachesTheTargetAndWritesAPointThatScores()
    {
        string manifest = Path.Combine(_folder, "task.json");
        await File.WriteAllTextAsync(
            manifest,
            """
            { "schema": "gaia.task/1", "name": "sphere of BBOB",
              "world": { "id": "bbob-f1", "arguments": { "dimension": 10, "instance": 2 } },
              "policy": { "type": "vector" },
              "optimizers": [ { "type": "cma_es", "settings": { "sigma": 2 } } ],
              "budget": { "evaluations": 20000 } }
            """);
        CommandRun run = await RunAsync(manifest, "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.True(run.Json.GetProperty("solved").GetBoolean());
        Assert.InRange(run.Json.GetProperty("score").GetDouble(), -394.480001, -394.48);
        string policy = run.Json.GetProperty("policy").GetString()!;
        Assert.Contains(
            "\"arguments\":{\"instance\":2}", await File.ReadAllTextAsync(policy), StringComparison.Ordinal);
        CommandRun evaluation = await CommandRun.OfAsync("evaluate", policy, "--seeds", "1", "--json");
        Assert.InRange(evaluation.Json.GetProperty("mean").GetDouble(), -394.480001, -394.48);
    }

    [Fact]
    public async Task Train_ContinuousWorldWithArgument_WritesAPolicyThatCarriesIt()
    {
        string manifest = Path.Combine(_folder, "task.json");
        await File.WriteAllTextAsync(
            manifest,
            """
            { "schema": "gaia.task/1", "name": "lighter", "world": { "id": "Pendulum-v1", "arguments": { "g": 5 } },
              "fitness": { "episodes": 2 }, "budget": { "evaluations": 2000 } }
            """);
        CommandRun run = await RunAsync(manifest, "--json");

        Assert.Equal("Pendulum-v1", run.Json.GetProperty("world").GetString());
        string policy = run.Json.GetProperty("policy").GetString()!;
        string text = await File.ReadAllTextAsync(policy);
        Assert.Contains("\"arguments\":{\"g\":5}", text, StringComparison.Ordinal);
        Assert.Contains("\"output\":\"tanh\"", text, StringComparison.Ordinal);
        CommandRun evaluation = await CommandRun.OfAsync("evaluate", policy, "--seeds", "1..3", "--json");
        Assert.Equal(5, evaluation.Json.GetProperty("arguments").GetProperty("g").GetDouble());
    }

    [Fact]
    public async Task Train_BudgetUsedUp_IsNotSolvedAndExitsFailed()
    {
        CommandRun run = await RunAsync("lunarlander", "--evaluations", "60", "--json");
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.False(run.Json.GetProperty("solved").GetBoolean());
        Assert.InRange(run.Json.GetProperty("evaluations").GetInt64(), 60, 1000);
    }

    [Fact]
    public async Task Train_NoEliteYet_SaysThatNothingWasWrittenAndWhatToGive()
    {
        string manifest = Path.Combine(_folder, "task.json");
        await File.WriteAllTextAsync(
            manifest, """{ "schema": "gaia.task/1", "name": "gates", "world": { "id": "xor" } }""");
        CommandRun run = await RunAsync(manifest, "--evaluations", "1");
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains("xor not solved: no elite, ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "no elite yet, nothing written: give more --evaluations", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(OutputPath));
    }

    [Fact]
    public async Task Train_FunctionAsText_GivesTheValueAndItsDistanceFromTheBest()
    {
        string manifest = Path.Combine(_folder, "task.json");
        await File.WriteAllTextAsync(
            manifest,
            """
            { "schema": "gaia.task/1", "name": "sphere", "world": { "id": "bbob-f1", "arguments": { "instance": 2 } },
              "policy": { "type": "vector" }, "optimizers": [ { "type": "cma_es", "settings": { "sigma": 2 } } ],
              "budget": { "evaluations": 20000 } }
            """);
        CommandRun run = await RunAsync(manifest);
        Assert.Matches(
            @"^bbob-f1 solved: value 394\.48(0001, |, less than )1e-6 above the best, ", run.Output);
    }

    [Fact]
    public async Task Train_InvalidManifest_ListsEveryErrorAndWritesNothing()
    {
        string manifest = Path.Combine(_folder, "task.json");
        await File.WriteAllTextAsync(
            manifest,
            """
            { "schema": "gaia.task/1", "name": "x", "world": { "id": "Pong" }, "surprise": 1,
              "policy": { "type": "mlp", "hidden": [0], "activation": "tanh" },
              "optimizers": [ { "type": "sgd" } ] }
            """);
        CommandRun run = await RunAsync(manifest);
        Assert.Equal(ExitCode.Usage, run.Exit);
        foreach (string path in (string[])["$.world.id", "$.surprise", "$.policy.hidden[0]", "$.optimizers[0].type"])
            Assert.Contains(path, run.Error, StringComparison.Ordinal);
        Assert.All(run.ErrorLines.Skip(1), line => Assert.Contains("Allowed: ", line, StringComparison.Ordinal));
        Assert.False(File.Exists(OutputPath));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public async Task Train_FileWithoutEndOrContent_IsRefused(string file)
    {
        if (!File.Exists(file)) return;
        CommandRun run = await RunAsync(file);
        Assert.Equal(ExitCode.Usage, run.Exit);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string OutputPath => Path.Combine(_folder, "out.policy.json");

    private async Task<JsonElement> TrainAsync(string seed, string threads)
    {
        CommandRun run = await RunAsync("cartpole", "--seed", seed, "--threads", threads, "--json");
        Assert.Equal(ExitCode.Ok, run.Exit);
        return run.Json;
    }

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync(["train", .. arguments, "-o", OutputPath]);
}
