using Gaia.Node.Swarm;
using Gaia.Node.Tests.Rigs;

namespace Gaia.Node.Tests.Swarm;

public sealed class ForwardClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly ManualTime _time = new(Start);
    private readonly ForwardClock _clock;

    public ForwardClockTests() => _clock = new ForwardClock(_time);

    [Fact]
    public void Now_WhileTheWallClockRuns_IsTheWallClock()
    {
        for (var minute = 1; minute <= 10; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Start.AddMinutes(minute), _clock.Now());
        }
    }

    [Fact]
    public void Now_AfterAJumpAhead_FollowsAtOnce()
    {
        _time.SetWall(TimeSpan.FromHours(13));
        Assert.Equal(Start.AddHours(13), _clock.Now());
    }

    [Fact]
    public void Now_AfterTheWallClockIsSetBack_GoesOnSlowlyUntilBothAgree()
    {
        _time.SetWall(TimeSpan.FromMinutes(-10));
        Assert.Equal(Start, _clock.Now());
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Start.AddMinutes(5), _clock.Now());
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Start.AddMinutes(10), _clock.Now());
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(_time.GetUtcNow(), _clock.Now());
    }
}
