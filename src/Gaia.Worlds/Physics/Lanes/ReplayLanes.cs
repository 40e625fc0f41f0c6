using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Point impulses of eight joints, and the cycle of additions that each is to repeat.</summary>
internal struct ReplayLanes
{
    public Vector256<int> Cycles;
    public Vector256<float> X;
    public Vector256<float> Y;
    public LaneSteps StepsX;
    public LaneSteps StepsY;

    /// <summary>Fills a lane.</summary>
    public void Load(int lane, int cycles, Vec2 impulse, in LaneJoint source, int sourceLane)
    {
        Unsafe.Add(ref Unsafe.As<Vector256<int>, int>(ref Cycles), lane) = cycles;
        Lane.Set(ref X, lane, impulse.X);
        Lane.Set(ref Y, lane, impulse.Y);
        for (int phase = 0; phase < LaneIslands.BlockIterations; phase++)
        {
            Lane.Set(ref StepsX[phase], lane, Lane.Get(in source.StepsX[phase], sourceLane));
            Lane.Set(ref StepsY[phase], lane, Lane.Get(in source.StepsY[phase], sourceLane));
        }
    }

    /// <summary>One cycle of additions, in order, in the lanes that have not done theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Repeat(int cycle, ref Vector256<float> x, ref Vector256<float> y)
    {
        Vector256<float> nextX = x;
        Vector256<float> nextY = y;
        for (int phase = 0; phase < LaneIslands.BlockIterations; phase++)
        {
            nextX += StepsX[phase];
            nextY += StepsY[phase];
        }

        var goesOn = Vector256.GreaterThan(Cycles, Vector256.Create(cycle)).AsSingle();
        x = Vector256.ConditionalSelect(goesOn, nextX, x);
        y = Vector256.ConditionalSelect(goesOn, nextY, y);
    }
}
