using Gaia.Core.Identity;
using Gaia.Storage.Opening;

namespace Gaia.Storage.Tests.Identity;

public sealed class IdentityStoreTests : IDisposable
{
    private static readonly byte[] Key = [1, 2, 3];
    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task BindAsync_FirstKeyIsKept_TheSameOneIsWelcomeForEver()
    {
        await using (var store = await _directory.OpenAsync())
        {
            Assert.Null(await store.Identity.FindAsync(default));
            Assert.Null(await store.Identity.BindAsync(Key, default));
        }

        await using var again = await _directory.OpenAsync();
        Assert.Null(await again.Identity.BindAsync(Key, default));
        var known = await again.Identity.FindAsync(default);
        Assert.Equal(NodeId.FromPublicKey(Key), known!.Node);
        Assert.Equal(Key, known.PublicKey.ToArray());
    }

    [Fact]
    public async Task BindAsync_AnotherKey_IsRefusedByNameOfBothNodes()
    {
        await using var store = await _directory.OpenAsync();
        await store.Identity.BindAsync(Key, default);
        var failure = await store.Identity.BindAsync(new byte[] { 4 }, default);
        Assert.Equal(StoreFault.ForeignIdentity, failure!.Fault);
        Assert.Contains(NodeId.FromPublicKey(Key).Short, failure.Message, StringComparison.Ordinal);
        Assert.Contains(NodeId.FromPublicKey([4]).Short, failure.Message, StringComparison.Ordinal);
        Assert.Equal(NodeId.FromPublicKey(Key), (await store.Identity.FindAsync(default))!.Node);
    }
}
