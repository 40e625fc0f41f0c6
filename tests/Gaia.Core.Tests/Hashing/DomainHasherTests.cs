using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Core.Tests.Hashing;

public sealed class DomainHasherTests
{
    private delegate ReadOnlySpan<byte> DomainGetter();

    [Fact]
    public void Finish_OfParts_IsTheDigestOfTheirConcatenation()
    {
        var hash = Hash256.Sha256("inner"u8);
        using var hasher = new DomainHasher(HashDomain.Genome);
        var actual = hasher.AppendHash(hash).AppendUInt32LittleEndian(0x01020304)
            .AppendUInt64LittleEndian(0x0102030405060708).Append([9]).Finish();

        byte[] preimage =
        [
            .. "gaia/genome/1"u8, .. hash.ToArray(), 4, 3, 2, 1, 8, 7, 6, 5, 4, 3, 2, 1, 9,
        ];
        Assert.Equal(SHA256.HashData(preimage), actual.ToArray());
    }

    [Fact]
    public void Finish_Twice_Throws()
    {
        using var hasher = new DomainHasher(HashDomain.Record);
        hasher.Finish();
        Assert.Throws<InvalidOperationException>(() => hasher.Finish());
        Assert.Throws<InvalidOperationException>(() => hasher.Append([1]));
    }

    [Fact]
    public void Constructor_EmptyDomain_Throws() =>
        Assert.Throws<ArgumentException>(() => new DomainHasher([]));

    [Fact]
    public void Domains_AreDistinctAndNoneIsAPrefixOfAnother()
    {
        var domains = typeof(HashDomain).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => Encoding.UTF8.GetString(property.GetMethod!.CreateDelegate<DomainGetter>()()))
            .ToArray();

        Assert.True(domains.Length >= 11);
        foreach (var domain in domains)
            Assert.Single(domains, other => other.StartsWith(domain, StringComparison.Ordinal));
        Assert.All(domains, domain => Assert.Matches("^gaia/[a-z]+/[1-9]$", domain));
    }
}
