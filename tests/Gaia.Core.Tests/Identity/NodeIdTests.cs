using System.Security.Cryptography;
using Gaia.Core.Identity;

namespace Gaia.Core.Tests.Identity;

public sealed class NodeIdTests
{
    [Fact]
    public void FromPublicKey_IsTheDomainSeparatedDigest()
    {
        byte[] key = [1, 2, 3, 4];
        byte[] preimage = [.. "gaia/id/1"u8, .. key];

        Assert.Equal(SHA256.HashData(preimage), NodeId.FromPublicKey(key).Value.ToArray());
    }

    [Fact]
    public void TryParse_HexAndBase32_NameTheSameNode()
    {
        var id = NodeId.FromPublicKey("key"u8);

        Assert.True(NodeId.TryParse(id.ToString(), out var fromHex));
        Assert.True(NodeId.TryParse(id.Value.ToBase32(), out var fromBase32));
        Assert.Equal(id, fromHex);
        Assert.Equal(id, fromBase32);
    }

    [Fact]
    public void Short_IsTheFirstEightDigits()
    {
        var id = NodeId.FromPublicKey("key"u8);
        Assert.Equal(id.ToString()[..8], id.Short);
    }

    [Fact]
    public void TaskAndElite_ParseAndFormat_AsNodesDo()
    {
        var hash = Hash256.Sha256("x"u8);

        Assert.True(TaskId.TryParse(hash.ToHex(), out var task));
        Assert.True(EliteId.TryParse(hash.ToBase32(), out var elite));
        Assert.Equal(hash, task.Value);
        Assert.Equal(hash, elite.Value);
        Assert.Equal(hash.ToHex(), task.ToString());
        Assert.Equal(hash.ToHex()[..8], elite.Short);
        Assert.False(TaskId.TryParse("nothing", out _));
        Assert.False(EliteId.TryParse("", out _));
    }
}
