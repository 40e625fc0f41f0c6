using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Islands.Tasks;
using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Broadcasts;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;

namespace Gaia.Protocol.Tasks;

public sealed class TaskCodecTests : IDisposable
{
    private static readonly NetworkId Network = NetworkId.FromName("task-tests");

    private readonly TestSigner _key = new();
    private readonly EnvelopeSigner _signer;
    private readonly EnvelopeVerifier _verifier = new(Network);

    public TaskCodecTests() => _signer = new EnvelopeSigner(Network, _key);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Read_PublishedTask_GivesItBackWithItsPublisher()
    {
        var signed = TaskCodec.Sign(Published(_key), _signer);
        Assert.True(signed.IsAccepted, signed.Rejection?.Text);
        var read = TaskCodec.Read(signed.Value.SignedBytes.ToArray(), _verifier);
        Assert.True(read.IsAccepted, read.Rejection?.Text);
        Assert.Equal(Published(_key).Id, read.Value.Id);
        Assert.Equal(_key.Node, read.Value.Publisher);
        Assert.Equal(Published(_key).CanonicalBytes, read.Value.Definition.CanonicalBytes);
    }

    [Fact]
    public void BroadcastRead_PublishedTask_IsPublished()
    {
        var signed = TaskCodec.Sign(Published(_key), _signer).Value!;
        var message = BroadcastMessage.Create(BroadcastKind.TaskPublish, signed.SignedBytes);
        var content = BroadcastReader.Read(message, _verifier);
        var published = Assert.IsType<BroadcastContent.Published>(content.Value);
        Assert.Equal(signed.Id, published.Task.Id);

        var mislabelled = BroadcastMessage.Create(BroadcastKind.EliteAnnounce, signed.SignedBytes);
        Assert.False(BroadcastReader.Read(mislabelled, _verifier).IsAccepted);
    }

    [Fact]
    public void Sign_TaskOfAnotherPublisherOrNone_Throws()
    {
        using var other = new TestSigner();
        Assert.Throws<ArgumentException>(() => TaskCodec.Sign(Published(other), _signer));
        Assert.True(BuiltInTasks.TryFind("cartpole", out var unpublished));
        Assert.Throws<ArgumentException>(() => TaskCodec.Sign(unpublished, _signer));
    }

    [Fact]
    public void Rejects_TaskSignedByAnotherThanItsPublisher()
    {
        using var other = new TestSigner();
        var bytes = _signer.Sign(SignatureDomain.Task, Published(other).CanonicalBytes);
        Assert.Equal(RejectionReason.WrongSigner, TaskCodec.Read(bytes, _verifier).Rejection?.Reason);
    }

    [Fact]
    public void Rejects_ManifestThatIsNotInItsCanonicalForm()
    {
        byte[] spaced = [.. Published(_key).CanonicalBytes, (byte)' '];
        var bytes = _signer.Sign(SignatureDomain.Task, spaced);
        Assert.Equal(RejectionReason.NotCanonical, TaskCodec.Read(bytes, _verifier).Rejection?.Reason);
    }

    [Fact]
    public void Rejects_ManifestThatBreaksARule_AndNamesIt()
    {
        var text = Encoding.UTF8.GetString(Published(_key).CanonicalBytes)
            .Replace("CartPole-v1", "Chess-v9", StringComparison.Ordinal);
        var bytes = _signer.Sign(SignatureDomain.Task, Encoding.UTF8.GetBytes(text));
        var rejection = TaskCodec.Read(bytes, _verifier).Rejection;
        Assert.Equal(RejectionReason.BadManifest, rejection?.Reason);
        Assert.Contains("$.world.id", rejection!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_MoreThan64Kilobytes()
    {
        var bytes = _signer.Sign(SignatureDomain.Task, new byte[TaskCodec.MaximumSignedBytes]);
        Assert.Equal(RejectionReason.TooLarge, TaskCodec.Read(bytes, _verifier).Rejection?.Reason);
    }

    [Fact]
    public void Rejects_AnySignedBytes_WithoutThrowing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), payload =>
            !TaskCodec.Read(_signer.Sign(SignatureDomain.Task, payload), _verifier).IsAccepted)
        .QuickCheckThrowOnFailure();

    private static TaskDefinition Published(TestSigner key)
    {
        Assert.True(BuiltInTasks.TryFind("cartpole", out var task));
        return task.PublishedBy(key.Node, DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
    }
}
