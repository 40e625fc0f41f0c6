using System.Diagnostics;
using System.Text.Json;
using Gaia.EndToEnd.Processes;
using Gaia.EndToEnd.Swarm;

namespace Gaia.EndToEnd.Demo;

[Collection(ProcessCollection.Name)]
public sealed class DemoTests : IDisposable
{
    private static readonly TimeSpan DemoLimit = TimeSpan.FromMinutes(4);
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Demo_AsJson_LandsAndLeavesNothingBehind()
    {
        string data = _folder.At("swarm");
        CommandRun run = await CommandRun.OfAsync(DemoLimit, _folder.Root, "demo", "--json", "--data", data);

        Assert.True(run.Exit == 0, run.Error);
        JsonElement demo = run.Json;
        Assert.Equal("gaia.demo/1", demo.GetProperty("schema").GetString());
        Assert.True(demo.GetProperty("solved").GetBoolean());
        Assert.True(demo.GetProperty("seconds").GetDouble() > 0);
        Assert.True(demo.GetProperty("evaluations").GetInt64() > 0);
        Assert.True(demo.GetProperty("environmentSteps").GetInt64() > demo.GetProperty("evaluations").GetInt64());
        double score = demo.GetProperty("score").GetDouble();
        Assert.True(score >= 200);
        JsonElement[] nodes = [.. demo.GetProperty("nodes").EnumerateArray()];
        Assert.Equal(3, nodes.Select(node => node.GetProperty("nodeId").GetString()).Distinct().Count());
        Assert.All(nodes, node =>
        {
            Assert.Equal(2, node.GetProperty("peers").GetInt32());
            Assert.True(node.GetProperty("elitesSent").GetInt64() >= 0);
            Assert.True(node.GetProperty("elitesAccepted").GetInt64() >= 0);
            Assert.Equal(0, node.GetProperty("elitesRejected").GetInt64());
        });
        // An elite that all three confirmed came from one of them, so the other two accepted it.
        Assert.True(nodes.Count(node => node.GetProperty("elitesAccepted").GetInt64() > 0) >= 2);
        Assert.Empty(ProcessTable.Naming(data));
        await AssertPolicyAsync(demo.GetProperty("policy").GetString()!, score);
    }

    [Fact]
    public async Task Demo_Interrupted_EndsEveryNode()
    {
        string data = _folder.At("swarm");
        using Process demo = await StartAsync(data);
        try
        {
            PosixSignals.SendInterrupt(demo);
            await demo.WaitForExitAsync().WaitAsync(RunningNode.Patience, TimeProvider.System);
            Assert.Equal(1, demo.ExitCode);
            Assert.Empty(ProcessTable.Naming(data));
        }
        finally
        {
            End(demo);
        }
    }

    [Fact]
    public async Task Demo_Killed_LeavesNoNodeBehind()
    {
        string data = _folder.At("swarm");
        using Process demo = await StartAsync(data);
        try
        {
            demo.Kill();
            await Until.TrueAsync(
                () => Task.FromResult(ProcessTable.Naming(data).Count == 0), RunningNode.Patience, "all nodes ended");
        }
        finally
        {
            End(demo);
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A demo in the middle of its work: all three nodes are ready.</summary>
    private async Task<Process> StartAsync(string data)
    {
        ProcessStartInfo start = Executables.Gaianode(["demo", "--json", "--data", data]);
        start.WorkingDirectory = _folder.Root;
        Process demo = Process.Start(start)!;
        string last = Path.Combine(data, "node3", "endpoint.json");
        await Until.TrueAsync(() => Task.FromResult(File.Exists(last)), RunningNode.Patience, "three nodes");
        Assert.True(ProcessTable.Naming(data).Count >= 4, "The demo and its three nodes run.");
        return demo;
    }

    private static void End(Process demo)
    {
        if (!demo.HasExited) demo.Kill(entireProcessTree: true);
    }

    private static async Task AssertPolicyAsync(string policy, double score)
    {
        CommandRun other = await CommandRun.OfAsync("evaluate", policy, "--seeds", "5000000..5000099", "--json");
        double mean = other.Json.GetProperty("mean").GetDouble();
        double standardError = other.Json.GetProperty("std").GetDouble() / Math.Sqrt(100);
        // A mean of 100 is itself a draw: a policy whose true mean is 200 must not fail here every other time.
        Assert.True(mean + (2 * standardError) >= 200, $"The policy lands on other seeds too: {mean}.");

        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(policy));
        JsonElement origin = document.RootElement.GetProperty("gaia");
        string seeds = ThreeNodesTests.OwnSeeds(
            origin.GetProperty("taskId").GetString()!, origin.GetProperty("eliteId").GetString()!);
        CommandRun own = await CommandRun.OfAsync("evaluate", policy, "--seeds", seeds, "--json");
        Assert.Equal(score, own.Json.GetProperty("mean").GetDouble(), tolerance: 1e-6);
    }
}
