namespace Gaia.Worlds.Physics.Islands;

/// <summary>The iterations over the position constraints of an island.</summary>
internal static class PositionLoop
{
    /// <summary>Corrects positions until all are within their slop, and notes whether they are.</summary>
    public static void Run(ref Island island, int iterations)
    {
        island.PositionsSolved = false;
        for (int i = 0; i < iterations && !island.PositionsSolved; i++)
            island.PositionsSolved = Iterate(ref island);
    }

    private static bool Iterate(ref Island island)
    {
        float deepest = 0.0f;
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].SolvePosition(ref island.Bodies, PhysicsSettings.PositionShare, ref deepest);
        bool solved = deepest >= PhysicsSettings.DeepestSolved;
        for (int i = 0; i < island.JointCount; i++)
            solved &= island.Joints[i].SolvePosition(ref island.Bodies);
        return solved;
    }
}
