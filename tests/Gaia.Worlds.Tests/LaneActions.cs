namespace Gaia.Worlds.Tests;

/// <summary>Brings actions to the slots of a SIMD form and observations from them.</summary>
internal sealed class LaneActions(WorldLanes lanes)
{
    public void Act(int slot, in WorldAction action)
    {
        if (lanes.Info.ActionKind == ActionKind.Discrete)
            lanes.Choices[slot] = action.Index;
        for (int i = 0; lanes.Info.ActionKind == ActionKind.Continuous && i < lanes.Info.ActionSize; i++)
            lanes.Components[At(slot, lanes.Info.ActionSize, i)] = action.Values[i];
    }

    public void Observe(int slot, Span<float> observation)
    {
        for (int i = 0; i < lanes.Info.ObservationSize; i++)
            observation[i] = lanes.Observations[At(slot, lanes.Info.ObservationSize, i)];
    }

    private static int At(int slot, int size, int component) =>
        (slot / WorldLanes.Width * size * WorldLanes.Width) + (component * WorldLanes.Width) +
        (slot % WorldLanes.Width);
}
