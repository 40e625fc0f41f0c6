using System.Runtime.InteropServices;
using Gaia.Core.Random;
using Gaia.Worlds.LunarLander;

namespace Gaia.Worlds.Tests.Physics.Islands;

public sealed class VelocityLoopTests
{
    /// <summary>The whole state, impulses kept for the next step and all, must not tell the two loops apart.</summary>
    [Fact]
    public void Run_RandomLandings_EqualsEveryIterationBitForBit()
    {
        LunarLanderState quick = default;
        LunarLanderState every = default;
        var quickObservation = new float[8];
        var everyObservation = new float[8];
        for (uint seed = 0; seed < 150; seed++)
        {
            var actions = NumpyGenerator.FromSeed(seed + 7_000_000u);
            LunarLanderWorld.Reset(ref quick, seed, LunarLanderWorld.Info.DefaultArguments, quickObservation);
            every = quick;
            every.World.DoesEveryIteration = true;
            bool done = false;
            for (int t = 0; t < 300 && !done; t++)
            {
                var action = new WorldAction { Index = ChooseAction(seed, quickObservation, ref actions) };
                Transition transition = LunarLanderWorld.Step(ref quick, in action, quickObservation);
                Transition reference = LunarLanderWorld.Step(ref every, in action, everyObservation);
                done = transition.Terminated;
                Assert.Equal(reference, transition);
                AssertSame(in every, in quick, seed, t);
            }
        }
    }

    /// <summary>Random flights crash; braking ones come to rest, which runs other parts of the loop.</summary>
    private static int ChooseAction(uint seed, float[] observation, ref NumpyGenerator actions)
    {
        int random = (int)actions.Integers(0, 4);
        if (seed % 3 == 0)
            return random;
        if (observation[4] + (0.5f * observation[5]) > 0.15f)
            return 3;
        if (observation[4] + (0.5f * observation[5]) < -0.15f)
            return 1;
        return observation[3] < -0.15f - (0.3f * observation[1]) ? 2 : 0;
    }

    private static void AssertSame(in LunarLanderState every, in LunarLanderState quick, uint seed, int step)
    {
        LunarLanderState copy = every;
        copy.World.DoesEveryIteration = false;
        ReadOnlySpan<byte> expected = MemoryMarshal.AsBytes(new ReadOnlySpan<LunarLanderState>(in copy));
        ReadOnlySpan<byte> actual = MemoryMarshal.AsBytes(new ReadOnlySpan<LunarLanderState>(in quick));
        int same = expected.CommonPrefixLength(actual);
        Assert.True(same == expected.Length, $"seed {seed}, step {step}: first difference at byte {same}");
    }
}
