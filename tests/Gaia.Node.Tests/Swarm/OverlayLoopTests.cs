using Gaia.Node.Tests.Rigs;

namespace Gaia.Node.Tests.Swarm;

public sealed class OverlayLoopTests
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(13);

    [Fact]
    public async Task WallClock_ThatJumpsAhead_RenewsTheOwnRecordAndTakesNewcomersIn()
    {
        await using var rig = new OverlayRig(new ScriptedNetwork());
        await Await.StateAsync("the start", () => rig.Overlay.Time == rig.Time.GetUtcNow());
        var before = rig.Overlay.Self;
        // The machine slept: the wall clock went on, no timer did.
        rig.Time.SetWall(Night);
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await Await.StateAsync("a new record", () => rig.Overlay.Self.Sequence > before.Sequence);
        Assert.Equal(rig.Time.GetUtcNow(), rig.Overlay.Self.Issued);

        var newcomer = await rig.WelcomeAsync();
        await Await.StateAsync("a contact", () => rig.Overlay.Contacts.Any(record => record.Node == newcomer.Node));
        Assert.Equal(0, rig.Overlay.Counters.RecordsRefused);
    }

    [Fact]
    public async Task WallClock_ThatIsSetBack_DoesNotHoldTheOverlayUp()
    {
        await using var rig = new OverlayRig(new ScriptedNetwork());
        await Await.StateAsync("the start", () => rig.Overlay.Time == rig.Time.GetUtcNow());
        var before = rig.Overlay.Time;
        rig.Time.SetWall(-Night);
        for (var turn = 1; turn <= 4; turn++)
        {
            var last = rig.Overlay.Time;
            rig.Time.Advance(TimeSpan.FromSeconds(30));
            await Await.StateAsync("a tick", () => rig.Overlay.Time > last);
        }

        Assert.Equal(before + TimeSpan.FromSeconds(60), rig.Overlay.Time);
    }
}
