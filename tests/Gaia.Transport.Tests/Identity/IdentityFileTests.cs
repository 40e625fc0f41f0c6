using System.Security.Cryptography;
using Gaia.Core.Identity;
using Gaia.Protocol.Signing;

namespace Gaia.Transport.Identity;

public sealed class IdentityFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gaia-identity-").FullName;

    private string Key => Path.Combine(_directory, IdentityFile.FileName);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void LoadOrCreate_EmptyDirectory_MakesAKeyThatIsLoadedNextTime()
    {
        var created = IdentityFile.LoadOrCreate(_directory);
        Assert.True(created.Succeeded, created.Message);
        Assert.True(created.IsNew);
        var loaded = IdentityFile.LoadOrCreate(_directory);
        Assert.True(loaded.Succeeded, loaded.Message);
        Assert.False(loaded.IsNew);
        Assert.Equal(created.Identity.Node, loaded.Identity.Node);
        Assert.Equal([Key], Directory.GetFiles(_directory));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(Key), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadOrCreate_ManyAtOnce_AgreeOnOneKey()
    {
        var nodes = new NodeId[8];
        Parallel.For(0, nodes.Length, i =>
        {
            var result = IdentityFile.LoadOrCreate(_directory);
            Assert.True(result.Succeeded, result.Message);
            nodes[i] = result.Identity.Node;
        });
        Assert.Single(nodes.Distinct());
        Assert.Equal([Key], Directory.GetFiles(_directory));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Load_KeyThatOthersMayUse_IsRefusedWithTheRemedy(UnixFileMode extra)
    {
        if (OperatingSystem.IsWindows())
            return;
        IdentityFile.LoadOrCreate(_directory);
        File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | extra);
        var result = IdentityFile.LoadOrCreate(_directory);
        Assert.Equal(IdentityFault.Permissions, result.Fault);
        Assert.Contains("chmod 600", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    public void Load_FileWithoutAKey_IsMalformed_AndStays(string content)
    {
        WriteKey(content);
        Assert.Equal(IdentityFault.Malformed, IdentityFile.LoadOrCreate(_directory).Fault);
        Assert.Equal(content, File.ReadAllText(Key));
    }

    [Fact]
    public void Load_KeyOfAnotherCurveOrPublicOnly_IsMalformed()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        WriteKey(other.ExportPkcs8PrivateKeyPem());
        Assert.Equal(IdentityFault.Malformed, IdentityFile.Load(Key).Fault);
        using var publicOnly = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        WriteKey(publicOnly.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(IdentityFault.Malformed, IdentityFile.Load(Key).Fault);
    }

    [Fact]
    public void Load_MissingFile_IsMissing() =>
        Assert.Equal(IdentityFault.Missing, IdentityFile.Load(Key).Fault);

    [Fact]
    public void Save_OverAnExistingKey_IsRefused()
    {
        IdentityFile.LoadOrCreate(_directory);
        var before = File.ReadAllText(Key);
        using var other = NodeIdentity.Create();
        Assert.Equal(IdentityFault.Exists, IdentityFile.Save(Key, other).Fault);
        Assert.Equal(before, File.ReadAllText(Key));
    }

    [Fact]
    public void LoadOrCreate_DirectoryThatIsNotThere_IsUnusable()
    {
        var result = IdentityFile.LoadOrCreate(Path.Combine(_directory, "missing"));
        Assert.Equal(IdentityFault.Unusable, result.Fault);
        Assert.DoesNotContain('\n', result.Message!);
    }

    [Fact]
    public void Sign_Digest_VerifiesUnderThePublicKey()
    {
        using var identity = NodeIdentity.Create();
        Assert.Equal(NodeId.FromPublicKey(identity.PublicKey.Span), identity.Node);
        var signature = new byte[P256Key.SignatureLength];
        var digest = Hash256.Sha256([1, 2, 3]);
        identity.Sign(digest, signature);
        P256Key.MakeLow(signature);
        Assert.True(P256Key.Verify(identity.PublicKey.Span, digest, signature));
    }

    private void WriteKey(string content)
    {
        File.WriteAllText(Key, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
