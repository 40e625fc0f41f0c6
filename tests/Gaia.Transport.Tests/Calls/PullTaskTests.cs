using Gaia.Core.Identity;
using Gaia.Islands.Tasks;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Peers;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Calls;

public sealed class PullTaskTests
{
    [Fact]
    public async Task PullTaskAsync_PublishedTask_ArrivesWithItsProof()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var task = Publish(b);
        b.Handler.Tasks[task.Id] = task;

        var listed = await a.Peers.ListTasksAsync(b.Record, 10, CancellationToken.None);
        Assert.Equal([task.Id], listed.Value);
        var pulled = await a.Peers.PullTaskAsync(b.Record, task.Id, CancellationToken.None);
        Assert.True(pulled.Succeeded, pulled.Failure?.Text);
        Assert.Equal(task.Id, pulled.Value.Id);
        Assert.Equal(b.Id, pulled.Value.Publisher);
        Assert.Equal(task.SignedBytes.ToArray(), pulled.Value.SignedBytes.ToArray());
    }

    [Fact]
    public async Task PullTaskAsync_AnotherTaskThanAskedFor_IsABadAnswer()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var asked = new TaskId(Hash256.Sha256([8]));
        b.Handler.Tasks[asked] = Publish(b);
        var pulled = await a.Peers.PullTaskAsync(b.Record, asked, CancellationToken.None);
        Assert.Equal(PeerFailureReason.BadAnswer, pulled.Failure?.Reason);
    }

    private static SignedTask Publish(TestNode node)
    {
        Assert.True(BuiltInTasks.TryFind("lunarlander", out var task));
        var signed = TaskCodec.Sign(task.PublishedBy(node.Id, TimeProvider.System.GetUtcNow()), node.Signer);
        Assert.True(signed.IsAccepted, signed.Rejection?.Text);
        return signed.Value;
    }
}
