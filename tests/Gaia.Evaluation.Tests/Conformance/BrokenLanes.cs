using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>A form that changes one bit in one slot at one moment, as a wrong form might.</summary>
internal sealed class BrokenLanes(WorldLanes lanes, string field, int slot, int step)
    : WorldLanes(lanes.Info, lanes.Groups)
{
    private int _steps;
    private int _resets;

    public override void Reset(int resetSlot, uint seed)
    {
        lanes.Reset(resetSlot, seed);
        var first = (resetSlot / Width * Info.ObservationSize * Width) + (resetSlot % Width);
        for (var i = 0; i < Info.ObservationSize; i++)
            Observations[first + (i * Width)] = lanes.Observations[first + (i * Width)];
        if (resetSlot == slot && _resets++ == 1 && field == "reset")
            FlipObservation();
    }

    public override void Step(ReadOnlySpan<byte> running)
    {
        Choices.CopyTo(lanes.Choices, 0);
        Components.CopyTo(lanes.Components, 0);
        lanes.Step(running);
        lanes.Observations.CopyTo(Observations, 0);
        lanes.Rewards.CopyTo(Rewards, 0);
        lanes.Terminated.CopyTo(Terminated, 0);
        var isRunning = (running[slot / Width] >> (slot % Width) & 1) != 0;
        if (!isRunning || _steps++ < step)
            return;
        if (field == "observation")
            FlipObservation();
        else if (field == "reward")
            Rewards[slot] = Math.BitIncrement(Rewards[slot]);
        else if (field == "terminated")
            Terminated[slot / Width] ^= (byte)(1 << (slot % Width));
    }

    private void FlipObservation()
    {
        ref var value = ref Observations[(slot / Width * Info.ObservationSize * Width) + Width + (slot % Width)];
        value = MathF.BitIncrement(value);
    }
}
