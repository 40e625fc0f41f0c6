namespace Gaia.Protocol.Signing;

public sealed class KeyCacheTests
{
    [Fact]
    public void TryExpand_TheSameKeyTwice_IsOneComputation()
    {
        using var signer = new TestSigner();
        var compressed = P256Key.Compress(signer.PublicKey.Span);
        var cache = new KeyCache(4);
        Assert.True(cache.TryExpand(compressed, out var first));
        Assert.True(cache.TryExpand(compressed.ToArray(), out var second));
        Assert.Same(first, second);
        Assert.Equal(signer.PublicKey.ToArray(), first.Expanded.ToArray());
        Assert.Equal(signer.Node, first.Node);
    }

    [Fact]
    public void TryExpand_KeysThatShareAPlace_GivesEachItsOwn()
    {
        using var one = new TestSigner();
        using var two = new TestSigner();
        var cache = new KeyCache(1);
        foreach (var signer in (TestSigner[])[one, two, one])
        {
            Assert.True(cache.TryExpand(P256Key.Compress(signer.PublicKey.Span), out var key));
            Assert.Equal(signer.Node, key.Node);
            Assert.Equal(signer.PublicKey.ToArray(), key.Expanded.ToArray());
        }
    }

    [Fact]
    public void TryExpand_OfNoPoint_IsRefusedEachTime()
    {
        var cache = new KeyCache(1);
        for (var time = 0; time < 2; time++)
        {
            Assert.False(cache.TryExpand(new byte[P256Key.CompressedLength], out var key));
            Assert.Null(key);
        }
    }
}
