using Gaia.Overlay.Scoring;

namespace Gaia.Overlay.Tests.Scoring;

public sealed class PeerScoresTests
{
    [Fact]
    public void Score_ComesBackByHalves()
    {
        var scores = new PeerScores(new PeerScoreOptions());
        scores.Offend(TestPeers.Id(1), PeerOffence.InvalidMessage, TestPeers.Start);
        Assert.Equal(-10, scores.Score(TestPeers.Id(1), TestPeers.Start));
        Assert.Equal(-5, scores.Score(TestPeers.Id(1), TestPeers.Start.AddMinutes(10)), 9);
        Assert.Equal(0, scores.Score(TestPeers.Id(2), TestPeers.Start));
    }

    [Fact]
    public void Nodes_BeyondTheBound_ForgetTheBestFirst()
    {
        var scores = new PeerScores(new PeerScoreOptions { MaximumNodes = 16 });
        scores.Offend(TestPeers.Id(0), PeerOffence.FalseScore, TestPeers.Start);
        for (var number = 1; number < 100; number++)
            scores.Offend(TestPeers.Id(number), PeerOffence.Flood, TestPeers.Start.AddSeconds(number));
        Assert.Equal(16, scores.Count);
        Assert.True(scores.Score(TestPeers.Id(0), TestPeers.Start.AddSeconds(100)) < -10);
    }
}
