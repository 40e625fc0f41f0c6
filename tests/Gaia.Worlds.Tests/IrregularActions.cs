namespace Gaia.Worlds.Tests;

/// <summary>A fixed, irregular sequence of actions, up to a quarter beyond the range of each component.
/// </summary>
internal static class IrregularActions
{
    public static WorldAction At(WorldInfo info, uint seed, int step)
    {
        uint mixed = ((uint)step + seed) * 2654435761u;
        if (info.ActionKind == ActionKind.Discrete)
            return new WorldAction { Index = (int)((mixed >> 16) % (uint)info.ActionSize) };
        WorldAction action = default;
        for (int i = 0; i < info.ActionSize; i++)
        {
            mixed = (mixed ^ (mixed >> 15)) * 2246822519u;
            (float low, float high) = info.ActionBounds[i];
            float beyond = 1.25f * (((mixed >> 8) / (float)(1 << 23)) - 1.0f);
            action.Values[i] = (0.5f * (high + low)) + (0.5f * (high - low) * beyond);
        }

        return action;
    }
}
