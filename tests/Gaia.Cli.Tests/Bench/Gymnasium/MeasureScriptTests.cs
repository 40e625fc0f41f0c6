using System.Globalization;
using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>measure.py itself, in a real Python.</summary>
public sealed class MeasureScriptTests
{
    private const int StepsBetweenClockReads = 64;

    [NumpyFact]
    public async Task Script_EmptyRequest_TellsVersions_WhateverLibrariesPrint()
    {
        using StubGymnasium stub = new();
        var (reply, failure) = await stub.RunAsync("{}");
        Assert.Null(failure);
        Assert.Equal("9.9.9", reply!.Gymnasium);
        Assert.NotEmpty(reply.Python!);
        Assert.NotEmpty(reply.Numpy!);
    }

    [NumpyFact]
    public async Task Script_RandomActions_CountsEveryStepAndEpisode_SeedAfterSeed()
    {
        using StubGymnasium stub = new();
        var (reply, failure) = await stub.RunAsync(Request("random", """ "seed": 7, "warmUpSeconds": 0.01"""));
        Assert.Null(failure);

        string[] log = stub.Log;
        Assert.Equal("make World-v0 ('enable_wind', True) ('power', 1.5)", log[0]);
        Assert.Equal("close", log[^1]);
        string[] resets = [.. log.Where(line => line.StartsWith("reset", StringComparison.Ordinal))];
        Assert.Equal(Enumerable.Range(7, resets.Length).Select(seed => $"reset {seed}"), resets);
        string[] steps = [.. log.Where(line => line.StartsWith("step", StringComparison.Ordinal))];
        long warmUp = steps.Length - reply!.Steps!.Value;
        Assert.True(warmUp > 0 && warmUp % StepsBetweenClockReads == 0, $"{warmUp} steps came before.");
        Assert.Equal(EpisodesAfter(log, warmUp), reply.Episodes);
        Assert.True(reply.Seconds >= 0.05);
        Assert.Equal(["step int 5", "step int 6", "step int 7"], steps.Distinct().Order(StringComparer.Ordinal));
    }

    [NumpyFact]
    public async Task Script_RandomComponents_FillTheActionSpace_InFloat32()
    {
        using StubGymnasium stub = new();
        await stub.RunAsync(Request("random", """ "seed": 0, "warmUpSeconds": 0""", isContinuous: true));
        float[][] actions = [.. Actions(stub)];
        Assert.InRange(actions.Max(action => action[0]), 1.5f, 2f);
        Assert.InRange(actions.Min(action => action[0]), -2f, -1.5f);
        Assert.InRange(actions.Max(action => action[1]), 0.7f, 1f);
        Assert.InRange(actions.Min(action => action[1]), -1f, -0.7f);
    }

    [NumpyFact]
    public async Task Script_Networks_ActInTurn_ByTheLargestOutput()
    {
        using StubGymnasium stub = new();
        // The first network prefers choice 1 at once, the second choice 2 from the third step on.
        string policies = """
            "policies": [
              {"layers": [{"in": 3, "out": 3, "w": [[0,0,0],[0,0,0],[0,0,0]], "b": [0,1,0], "act": "none"}],
               "output": "argmax"},
              {"layers": [{"in": 3, "out": 3, "w": [[1,0,0],[0,1,0],[0,0,1]], "b": [0,0,0], "act": "relu"},
                {"in": 3, "out": 3, "w": [[0,0,0],[0,0,0],[0,1,0]], "b": [1.5,0,0], "act": "none"}],
               "output": "argmax"}]
            """;
        await stub.RunAsync(Request("mlp", $""" "seed": 0, "warmUpSeconds": 0, {policies}"""));
        Assert.Equal(
            [
                "reset 0", "step int 1", "step int 1", "step int 1",
                "reset 1", "step int 0", "step int 0", "step int 2", "step int 2",
                "reset 2", "step int 1",
            ],
            stub.Log.Skip(1).Take(11));
    }

    [NumpyFact]
    public async Task Script_ContinuousNetwork_IsScaledToTheActionSpace()
    {
        using StubGymnasium stub = new();
        string policies = """
            "policies": [{"layers": [{"in": 3, "out": 2, "w": [[0,0,1],[0,0,-0.5]], "b": [0,0.125], "act": "tanh"},
              {"in": 2, "out": 2, "w": [[1,0],[0,1]], "b": [0,0], "act": "none"}], "output": "tanh"}]
            """;
        await stub.RunAsync(Request("mlp", $""" "seed": 0, "warmUpSeconds": 0, {policies}""", isContinuous: true));
        float[] action = Actions(stub).First();
        Assert.Equal(2 * Math.Tanh(Math.Tanh(0.5)), action[0], 1e-6);
        Assert.Equal(Math.Tanh(Math.Tanh(-0.125)), action[1], 1e-6);
    }

    [NumpyFact]
    public async Task Script_WorldThatCannotBeMade_SaysWhy()
    {
        using StubGymnasium stub = new();
        var (reply, _) = await stub.RunAsync(
            Request("random", """ "seed": 0, "warmUpSeconds": 0""", env: "Nowhere-v0"));
        Assert.Equal("DependencyNotInstalled: Box2D is not installed", reply!.Unavailable);
    }

    [NumpyFact]
    public async Task Script_AnyOtherError_EndsWithATraceback()
    {
        using StubGymnasium stub = new();
        var (_, failure) = await stub.RunAsync(
            Request("random", """ "seed": 0, "warmUpSeconds": 0""", env: "Broken-v0"));
        Assert.Equal(GymnasiumFault.Exited, failure!.Fault);
        Assert.EndsWith("ValueError: broken", failure.Message, StringComparison.Ordinal);
    }

    [GymnasiumFact]
    public async Task Script_RealGymnasium_MeasuresCartPole()
    {
        var (client, failure) = await GymnasiumClient.ConnectAsync(
            RealPython.WithGymnasium!, TimeProvider.System, CancellationToken.None);
        Assert.Null(failure);
        var (rate, fault) = await client!.MeasureAsync(
            new GymnasiumRequest
            {
                Env = "CartPole-v1", Kwargs = [], Workload = "random", Seed = 0, ActionSeed = 0, WarmUpSeconds = 0.1,
                Seconds = 0.5,
            },
            1,
            CancellationToken.None);
        Assert.Null(fault);
        Assert.InRange(rate!.StepsPerSecond / rate.EpisodesPerSecond, 15, 35);
    }

    private static string Request(
        string workload, string members, bool isContinuous = false, string env = "World-v0")
    {
        string kwargs = isContinuous ? """{"continuous": true}""" : """{"power": 1.5, "enable_wind": true}""";
        return $$"""
            {"env": "{{env}}", "kwargs": {{kwargs}}, "workload": "{{workload}}", "actionSeed": 3, "seconds": 0.05,
             {{members}}}
            """;
    }

    private static IEnumerable<float[]> Actions(StubGymnasium stub) =>
        from line in stub.Log
        where line.StartsWith("step float32 ", StringComparison.Ordinal)
        select line.Split(' ')[2..].Select(text => float.Parse(text, CultureInfo.InvariantCulture)).ToArray();

    /// <summary>Episodes that ended after so many steps: a reset follows the last step of each.</summary>
    private static long EpisodesAfter(string[] log, long steps)
    {
        long episodes = 0;
        long seen = 0;
        foreach (string line in log)
        {
            if (line.StartsWith("step", StringComparison.Ordinal)) seen++;
            // A reset right after the last step of the warm-up belongs to the warm-up.
            else if (line.StartsWith("reset", StringComparison.Ordinal) && seen > steps) episodes++;
        }

        return episodes;
    }
}
