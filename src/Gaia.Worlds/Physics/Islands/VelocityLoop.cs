using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>The iterations over the velocity constraints of an island.</summary>
/// <remarks>
/// Many of the 180 iterations repeat: once everything an iteration reads has the bits it had some iterations ago, what
/// follows is a cycle. Only the impulses that hold a joint's anchors together go on growing, because they are added to
/// and never read; their additions are replayed one by one, so that the result is the plain loop's bit for bit.
/// </remarks>
internal static class VelocityLoop
{
    /// <summary>Iterations compared with the first snapshot; each later one is compared with twice as many.</summary>
    private const int FirstGap = 2;

    /// <summary>Runs the definition where every iteration is asked for, and its equal otherwise.</summary>
    public static void Run(ref Island island, int iterations, bool every)
    {
        if (every)
            RunPlain(ref island, iterations);
        else
            RunUntilRepeat(ref island, iterations);
    }

    /// <summary>All iterations, one after another: the definition.</summary>
    private static void RunPlain(ref Island island, int iterations)
    {
        for (int i = 0; i < iterations; i++)
            Iterate(ref island);
    }

    /// <summary>The same bits, without the iterations that only repeat.</summary>
    [SkipLocalsInit]
    private static void RunUntilRepeat(ref Island island, int iterations)
    {
        Unsafe.SkipInit(out VelocitySnapshot snapshot);
        int left = iterations;
        int gap = FirstGap;
        while (left > 0)
        {
            snapshot.Take(ref island);
            int most = Math.Min(gap, left);
            for (int period = 1; period <= most; period++)
            {
                Iterate(ref island);
                left--;
                if (snapshot.Matches(ref island) && period <= PointImpulseCycle.MaxPeriod)
                {
                    FinishCycle(ref island, period, left);
                    return;
                }
            }

            gap += gap;
        }
    }

    /// <summary>Completes iterations of which it is known that they repeat.</summary>
    [SkipLocalsInit]
    private static void FinishCycle(ref Island island, int period, int left)
    {
        int cycles = left / period;
        if (cycles > 1 && island.JointCount > 0)
        {
            Unsafe.SkipInit(out PointImpulseCycle cycle);
            for (int phase = 0; phase < period; phase++)
            {
                Iterate(ref island);
                cycle.Record(ref island, phase);
            }

            cycle.Replay(ref island, period, cycles - 1);
        }
        else if (island.JointCount > 0)
        {
            RunPlain(ref island, cycles * period);
        }

        RunPlain(ref island, left % period);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Iterate(ref Island island)
    {
        for (int i = 0; i < island.JointCount; i++)
            island.Joints[i].SolveVelocity(ref island.Bodies);
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].SolveVelocity(ref island.Bodies);
    }
}
