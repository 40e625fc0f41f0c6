using Phase = Gaia.Worlds.PoleBalancing.DoublePolePhase<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;
using World = Gaia.Worlds.Lanes.DynamicsWorld<
    Gaia.Worlds.PoleBalancing.DoublePoleStartsDynamics<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>,
    Gaia.Worlds.PoleBalancing.DoublePolePhase<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>>;

namespace Gaia.Worlds.Tests.PoleBalancing;

public sealed class DoublePoleStartsDynamicsTests
{
    private static readonly double[] Parts = [0.05, 0.25, 0.5, 0.75, 0.95];

    [Fact]
    public void Reset_SeedsBelow625_EnumerateTheGridInTheOrderOfItsAxes()
    {
        uint seed = 0;
        foreach (double x in Parts)
        {
            foreach (double v in Parts)
            {
                foreach (double angle in Parts)
                {
                    foreach (double spin in Parts)
                    {
                        var expected = new Phase(
                            (x * 4.32) - 2.16, (v * 2.70) - 1.35, (angle * 0.12566304) - 0.06283152,
                            (spin * 0.30019504) - 0.15009752, 0.0, 0.0);
                        Assert.Equal(expected, StartOf(seed++));
                    }
                }
            }
        }

        Assert.Equal(625u, seed);
    }

    [Theory]
    [InlineData(0u, 625u)]
    [InlineData(311u, 936u)]
    [InlineData(uint.MaxValue % 625, uint.MaxValue)]
    public void Reset_LaterSeeds_RepeatTheGrid(uint seed, uint later) => Assert.Equal(StartOf(seed), StartOf(later));

    private static Phase StartOf(uint seed)
    {
        Phase phase = default;
        World.Reset(ref phase, seed, default, new float[3]);
        return phase;
    }
}
