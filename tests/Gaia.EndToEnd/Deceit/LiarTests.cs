using System.Diagnostics;
using System.Text.Json;
using Gaia.EndToEnd.Processes;
using Gaia.Node.Api.Contracts;

namespace Gaia.EndToEnd.Deceit;

[Collection(ProcessCollection.Name)]
public sealed class LiarTests : IDisposable
{
    private static readonly TimeSpan ExchangeLimit = TimeSpan.FromSeconds(90);
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Liar_AnnouncesAFalseScore_IsFoundOutByEveryNodeWhileTheyGoOn()
    {
        await using RunningNode one = await RunningNode.StartAsync(_folder.At("n1"));
        await using RunningNode two = await RunningNode.StartAsync(_folder.At("n2"), "--bootstrap", one.Ready.Address);
        RunningNode[] honest = [one, two];
        foreach (RunningNode node in honest) await node.AwaitPeersAsync(1);
        await one.PublishAsync("""{"builtIn":"lunarlander"}""");
        await Until.GetAsync(() => two.TaskAsync("lunarlander"), RunningNode.Patience, "the task reaches node 2");

        ProcessStartInfo start = Executables.Liar(honest.Select(node => node.Ready.Address));
        using Process liar = Process.Start(start)!;
        try
        {
            var (liarId, lieId) = await ReadLieAsync(liar);
            foreach (RunningNode node in honest) await AwaitVerdictAsync(node, liarId);
            long[] accepted = [.. (await StatusesAsync(honest)).Select(status => status.Exchange.Accepted)];
            await AssertNowhereAsync(honest, lieId);

            await Until.TrueAsync(
                async () => (await StatusesAsync(honest)).Zip(accepted).All(pair =>
                    pair.First.Exchange.Accepted > pair.Second),
                ExchangeLimit,
                "both honest nodes accept each other's elites after the lie",
                () => one.Log + "\n\n" + two.Log);
            await AssertNowhereAsync(honest, lieId);
            foreach (NodeStatus status in await StatusesAsync(honest)) Assert.Equal([liarId], status.Exchange.Liars);
        }
        finally
        {
            if (!liar.HasExited) liar.Kill();
            await liar.WaitForExitAsync().WaitAsync(RunningNode.Patience, TimeProvider.System);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(string LiarId, string LieId)> ReadLieAsync(Process liar)
    {
        string? line = await liar.StandardOutput.ReadLineAsync().WaitAsync(RunningNode.Patience, TimeProvider.System);
        Assert.True(line is not null, "The liar ended before it lied.");
        using JsonDocument lie = JsonDocument.Parse(line);
        return (
            lie.RootElement.GetProperty("nodeId").GetString()!, lie.RootElement.GetProperty("eliteId").GetString()!);
    }

    private static Task AwaitVerdictAsync(RunningNode node, string liarId) => Until.TrueAsync(
        async () => await node.StatusAsync() is { } status
            && status.Exchange.Liars.Contains(liarId, StringComparer.Ordinal)
            && status.Exchange.RejectedByReason.Any(pair =>
                pair.Key.Equals("FalseScore", StringComparison.OrdinalIgnoreCase) && pair.Value == 1),
        RunningNode.Patience,
        "the lie is found out",
        () => node.Log);

    private static async Task AssertNowhereAsync(RunningNode[] nodes, string lieId)
    {
        foreach (RunningNode node in nodes)
        {
            Assert.Null(await node.EliteAsync(lieId));
            TaskView? task = await node.TaskAsync("lunarlander");
            Assert.NotNull(task);
            Assert.DoesNotContain(task.Elites, elite => elite.EliteId == lieId);
        }
    }

    private static async Task<NodeStatus[]> StatusesAsync(RunningNode[] nodes)
    {
        NodeStatus?[] statuses = await Task.WhenAll(nodes.Select(node => node.StatusAsync()));
        Assert.All(statuses, Assert.NotNull);
        return statuses!;
    }
}
