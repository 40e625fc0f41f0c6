using Gaia.Transport.Swarm;

namespace Gaia.Transport.Limits;

public sealed class InventoryGateTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void TryEnter_AtThePaceOfAnHonestNode_IsNeverRefused()
    {
        var gate = new InventoryGate(new PeerRates(), _time);
        // One when the link opens, and the first in turn may follow at once.
        Assert.True(gate.TryEnter());
        for (var turn = 0; turn < 100; turn++)
        {
            Assert.True(gate.TryEnter());
            _time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public void TryEnter_BeyondTheRate_IsRefused_AndAbuseAfterPatience()
    {
        var rates = new PeerRates { Inventories = new CallRate(0.1, 2), InventoryPatience = 3 };
        var gate = new InventoryGate(rates, _time);
        Assert.True(gate.TryEnter() && gate.TryEnter());
        for (var surplus = 1; surplus <= 3; surplus++)
        {
            Assert.False(gate.TryEnter());
            Assert.False(gate.IsAbused);
        }

        Assert.False(gate.TryEnter());
        Assert.True(gate.IsAbused);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(gate.TryEnter());
        Assert.False(gate.IsAbused);
    }
}
