using Gaia.Node.Tasks;

namespace Gaia.Node.Tests.Tasks;

public sealed class EpisodeMeterTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    [Fact]
    public void Rate_BeforeAnyEpisode_IsZero() => Assert.Equal(0, new EpisodeMeter(5, 50).Rate(Start));

    [Fact]
    public void Rate_OfSteadyWork_IsEpisodesASecond()
    {
        var meter = new EpisodeMeter(0, 0);
        for (var second = 0; second < 30; second++)
            meter.Add(40, 400, Start.AddSeconds(second));

        Assert.Equal(44, meter.Rate(Start.AddSeconds(29)), 0.001);
        Assert.Equal(40, meter.Rate(Start.AddSeconds(29.9999)), 0.001 + 0.5);
        Assert.Equal(1200, meter.Evaluations);
        Assert.Equal(12_000, meter.EnvironmentSteps);
    }

    [Fact]
    public void Rate_AfterTenSecondsOfRest_IsZero()
    {
        var meter = new EpisodeMeter(0, 0);
        meter.Add(100, 1000, Start);

        Assert.True(meter.Rate(Start.AddSeconds(5)) > 0);
        Assert.Equal(0, meter.Rate(Start.AddSeconds(11)));
        Assert.Equal(0, meter.Rate(Start.AddSeconds(16)));
    }

    [Fact]
    public void Add_FromManyThreads_LosesNothing()
    {
        var meter = new EpisodeMeter(10, 100);
        meter.Add(2, 4, Start);
        Parallel.For(0, 1000, i => meter.Add(1, 2, Start.AddSeconds(i % 3)));

        Assert.Equal(1012, meter.Evaluations);
        Assert.Equal(2104, meter.EnvironmentSteps);
        Assert.Equal(1002 / 3.0, meter.Rate(Start.AddSeconds(3)), 0.001);
    }
}
