using Gaia.Core.Identity;
using Gaia.Node.Exchange;

namespace Gaia.Node.Tests.Exchange;

public sealed class PublisherLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Wait_AfterATask_IsTheRestOfThePeriod()
    {
        var limit = new PublisherLimit(Minute, capacity: 2);
        Assert.Equal(TimeSpan.Zero, limit.Wait(Node(1), Now));
        limit.Note(Node(1), Now);

        Assert.Equal(TimeSpan.FromSeconds(40), limit.Wait(Node(1), Now.AddSeconds(20)));
        Assert.Equal(TimeSpan.Zero, limit.Wait(Node(1), Now + Minute));
        Assert.Equal(TimeSpan.Zero, limit.Wait(Node(2), Now));
    }

    [Fact]
    public void Note_BeyondTheCapacity_ForgetsTheOldest()
    {
        var limit = new PublisherLimit(Minute, capacity: 2);
        for (byte i = 1; i <= 3; i++)
            limit.Note(Node(i), Now);

        Assert.Equal(TimeSpan.Zero, limit.Wait(Node(1), Now));
        Assert.Equal(Minute, limit.Wait(Node(3), Now));
    }

    private static NodeId Node(byte number) => new(Hash256.Sha256([number]));
}
