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
    /// <summary>Iterations between the first snapshots. Most repeats in flight begin within ten.</summary>
    private const int LeastGap = 2;

    /// <summary>Iterations done, for each one by which the gap widens.</summary>
    private const int IterationsPerGap = 4;

    /// <summary>Runs the definition where every iteration is asked for, and its equal otherwise.</summary>
    public static void Run(ref Island island, in StepSettings step)
    {
        if (island.BodyCount == 0)
            return;
        if (step.MakesEveryPass)
            RunPlain(ref island, step.VelocityIterations);
        else
            RunUntilRepeat(ref island, step.VelocityIterations);
    }

    /// <summary>All iterations, one after another: the definition.</summary>
    private static void RunPlain(ref Island island, int iterations)
    {
        for (int i = 0; i < iterations; i++)
            Iterate(ref island);
    }

    /// <summary>The same bits, without the iterations that only repeat.</summary>
    /// <param name="island">Of at least one body.</param>
    /// <param name="iterations">At least 0.</param>
    /// <remarks>
    /// A state that equals the snapshot taken a gap ago is in a cycle whose length divides the gap: gaps of 2, 4, 6 and
    /// 8 meet cycles of 1, 2, 3, 4, 6 and 8. Almost all are of 1 or 2; a longer one is simply run to its end.
    /// </remarks>
    [SkipLocalsInit]
    public static void RunUntilRepeat(ref Island island, int iterations)
    {
        Unsafe.SkipInit(out VelocitySnapshot snapshot);
        bool isHingePair = HingePairLoop.Fits(ref island);
        bool isLoneBody = LoneBodyLoop.Fits(ref island);
        int left = iterations;
        while (left > 0)
        {
            snapshot.Take(ref island);
            int gap = Math.Clamp((iterations - left) / IterationsPerGap, LeastGap, PointImpulseCycle.MaxPeriod) & ~1;
            int block = Math.Min(gap, left);
            if (isHingePair)
                HingePairLoop.Run(ref island, block);
            else if (isLoneBody)
                LoneBodyLoop.Run(ref island, block);
            else
                RunPlain(ref island, block);
            left -= block;
            if (snapshot.Matches(ref island))
            {
                FinishCycle(ref island, ref snapshot, left);
                return;
            }
        }
    }

    /// <summary>Completes iterations of which it is known that they return to the snapshot again and again.</summary>
    /// <remarks>Only what is no number may fail to: its bits are not the arithmetic's to keep.</remarks>
    [SkipLocalsInit]
    private static void FinishCycle(ref Island island, ref VelocitySnapshot snapshot, int left)
    {
        Unsafe.SkipInit(out PointImpulseCycle cycle);
        int period = 0;
        while (left > 0 && period < PointImpulseCycle.MaxPeriod)
        {
            Iterate(ref island);
            left--;
            cycle.Record(ref island, period);
            period++;
            if (!snapshot.Matches(ref island))
                continue;
            cycle.Replay(ref island, period, left / period);
            RunPlain(ref island, left % period);
            return;
        }

        RunPlain(ref island, left);
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
