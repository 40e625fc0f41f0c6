using System.Text.Json.Nodes;
using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

public sealed class GymnasiumClientTests
{
    private static readonly GymnasiumRequest Request = new()
    {
        Env = "LunarLander-v3",
        Kwargs = new JsonObject { ["enable_wind"] = true, ["wind_power"] = 15.0 },
        Workload = "random",
        Seed = 0,
        ActionSeed = 0,
        WarmUpSeconds = 0.5,
        Seconds = 2,
    };

    [UnixFact]
    public async Task Measure_Measurement_GivesRates()
    {
        var (rate, failure) = await MeasureAsync("""{"steps": 3000, "episodes": 30, "seconds": 2.5}""");
        Assert.Null(failure);
        Assert.Equal(new GymnasiumRate(1200, 12), rate);
    }

    [UnixFact]
    public async Task Measure_SeveralProcesses_AddsRates_AndGivesEachSeedsOfItsOwn()
    {
        using FakePython python = FakePython.Answering("""{"steps": 100, "episodes": 1, "seconds": 1}""");
        var (client, _) = await GymnasiumClient.ConnectAsync(python.File, TimeProvider.System, default);
        var (rate, _) = await client!.MeasureAsync(Request, 3, CancellationToken.None);

        Assert.Equal(new GymnasiumRate(300, 3), rate);
        JsonNode[] requests = [.. python.Requests.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)];
        Assert.Equal([0L, 1L << 20, 2L << 20], requests.Select(sent => (long)sent["seed"]!).Order());
        Assert.Equal([0, 1, 2], requests.Select(sent => (int)sent["actionSeed"]!).Order());
        Assert.All(requests, sent =>
        {
            Assert.Equal("LunarLander-v3", (string)sent["env"]!);
            Assert.True((bool)sent["kwargs"]!["enable_wind"]!);
            Assert.Equal(15.0, (double)sent["kwargs"]!["wind_power"]!);
        });
    }

    [UnixFact]
    public async Task Measure_WhatIsNoMeasurement_IsATypedFailure()
    {
        (string Reply, GymnasiumFault Fault)[] cases =
        [
            ("", GymnasiumFault.Malformed),
            ("steps: 3", GymnasiumFault.Malformed),
            ("null", GymnasiumFault.Malformed),
            ("[]", GymnasiumFault.Malformed),
            ("{}", GymnasiumFault.Malformed),
            ("""{"steps": 3, "episodes": 1}""", GymnasiumFault.Malformed),
            ("""{"steps": "many", "episodes": 1, "seconds": 1}""", GymnasiumFault.Malformed),
            ("""{"steps": 3, "episodes": 1, "seconds": 0}""", GymnasiumFault.Malformed),
            ("""{"steps": 3, "episodes": -1, "seconds": 1}""", GymnasiumFault.Malformed),
            ("""{"steps": 3, "episodes": 1, "seconds": 1} {}""", GymnasiumFault.Malformed),
            ("""{"missing": "numpy"}""", GymnasiumFault.ModuleMissing),
            ("""{"unavailable": "Box2D is\nnot installed"}""", GymnasiumFault.WorldUnavailable),
        ];
        foreach (var (reply, fault) in cases)
        {
            var (rate, failure) = await MeasureAsync(reply);
            Assert.Null(rate);
            Assert.True(fault == failure!.Fault, $"'{reply}' gave {failure.Fault}: {failure.Message}");
            Assert.DoesNotContain('\n', failure.Message);
        }
    }

    private static async Task<(GymnasiumRate? Rate, GymnasiumFailure? Failure)> MeasureAsync(string reply)
    {
        using FakePython python = FakePython.Answering(reply);
        var (client, _) = await GymnasiumClient.ConnectAsync(python.File, TimeProvider.System, default);
        return await client!.MeasureAsync(Request, 1, CancellationToken.None);
    }
}
