namespace Gaia.Worlds.Tests;

/// <summary>A fixed, irregular sequence of actions, somewhat beyond the range of the components.</summary>
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
            action.Values[i] = 1.25f * (((mixed >> 8) / (float)(1 << 23)) - 1.0f);
        }

        return action;
    }
}
