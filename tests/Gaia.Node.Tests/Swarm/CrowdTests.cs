using Gaia.Node.Hosting;
using Gaia.Node.Tests.Rigs;

namespace Gaia.Node.Tests.Swarm;

/// <summary>More nodes on one machine than one address may have connections.</summary>
public sealed class CrowdTests
{
    [Fact]
    public async Task ThirteenNodes_OnLoopback_AllLinkThroughTheFirst()
    {
        using var data = new TestDirectory();
        await using var first = await TestNode.StartAsync(TestNode.Options(data.Sub("0")));
        var others = new List<TestNode>();
        try
        {
            for (var number = 1; number <= 12; number++)
            {
                others.Add(await TestNode.StartAsync(
                    TestNode.Options(data.Sub($"{number}"), first.Node.Address)));
            }

            await Await.StateAsync("a link of every node", () => others.All(node => node.Status.Peers.Active > 0));
            Assert.DoesNotContain(first.Status.Refused, refused =>
                refused.Key.Contains("address", StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            foreach (var node in others)
                await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task ThirteenNodes_WhereAddressesAreLimited_MeetTheLimit()
    {
        using var data = new TestDirectory();
        await using var first = await TestNode.StartAsync(
            TestNode.Options(data.Sub("0")) with { LimitAddresses = AddressLimit.On });
        var others = new List<TestNode>();
        try
        {
            for (var number = 1; number <= 12; number++)
            {
                others.Add(await TestNode.StartAsync(
                    TestNode.Options(data.Sub($"{number}"), first.Node.Address)));
            }

            await Await.StateAsync("a refusal", () => first.Status.Refused.Any(refused =>
                refused.Key.Contains("address", StringComparison.OrdinalIgnoreCase)));
        }
        finally
        {
            foreach (var node in others)
                await node.DisposeAsync();
        }
    }
}
