using Gaia.Node.Hosting;
using Gaia.Node.Swarm;
using Gaia.Node.Tests.Rigs;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Signing;
using Gaia.Transport.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Hosting;

public sealed class RecordSequenceTests : IDisposable
{
    private readonly TestDirectory _directory = new();
    private readonly NodeIdentity _identity = NodeIdentity.Create();

    private string FilePath => _directory.Sub(RecordSequence.FileName);

    [Fact]
    public void SelfRecord_AfterARestartWithTheClockSetBack_IsNewerThanTheLastOne()
    {
        var now = TimeProvider.System.GetUtcNow();
        var before = NewRecord(now).Renew(0);

        var after = NewRecord(now.AddYears(-1)).Current;

        Assert.True(after.Issued < before.Issued);
        Assert.True(after.Sequence > before.Sequence, $"{after.Sequence} is not above {before.Sequence}.");
    }

    [Fact]
    public void Next_IsTheMinimumOrOneMore()
    {
        Assert.Equal(7UL, New().Next(7));
        var next = New();
        Assert.Equal([8UL, 9UL, 20UL], [next.Next(0), next.Next(9), next.Next(20)]);
        Assert.Equal(21UL, New().Next(20));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("12 ")]
    [InlineData("18446744073709551615")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void Next_FileIsDamaged_StartsAtTheMinimum(string text)
    {
        File.WriteAllText(FilePath, text);

        Assert.Equal(5UL, New().Next(5));
        Assert.Equal("5\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void Next_FileCannotBeWritten_StillCounts()
    {
        Directory.CreateDirectory(FilePath);
        var next = New();

        Assert.Equal([5UL, 6UL], [next.Next(5), next.Next(5)]);
    }

    public void Dispose()
    {
        _identity.Dispose();
        _directory.Dispose();
    }

    private RecordSequence New() => new(_directory.Path, NullLogger.Instance);

    private SelfRecord NewRecord(DateTimeOffset now) => new(
        TestNode.Options(_directory.Path),
        new EnvelopeSigner(NetworkId.FromName("gaia-test"), _identity),
        New(),
        new StoppedClock(now));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
