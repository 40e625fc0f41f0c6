namespace Gaia.Worlds.Physics.Islands;

/// <summary>The iterations over the velocity constraints of an island.</summary>
internal static class VelocityLoop
{
    /// <summary>All iterations, one after another: the definition.</summary>
    public static void RunPlain(ref Island island, int iterations)
    {
        for (int i = 0; i < iterations; i++)
            Iterate(ref island);
    }

    public static void Run(ref Island island, int iterations) => RunPlain(ref island, iterations);

    private static void Iterate(ref Island island)
    {
        for (int i = 0; i < island.JointCount; i++)
            island.Joints[i].SolveVelocity(ref island.Bodies);
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].SolveVelocity(ref island.Bodies);
    }
}
