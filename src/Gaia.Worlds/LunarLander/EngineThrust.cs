namespace Gaia.Worlds.LunarLander;

/// <summary>What the engines do in one step; discrete and continuous landers differ in how they set it.</summary>
internal struct EngineThrust
{
    /// <summary>0, or 0.5 to 1.</summary>
    public double MainPower;

    /// <summary>0, or 0.5 to 1.</summary>
    public double SidePower;

    /// <summary>-1 for the left engine, +1 for the right.</summary>
    public double SideDirection;

    /// <summary>Choices of the discrete world: nothing, left engine, main engine, right engine.</summary>
    public static EngineThrust FromChoice(int choice)
    {
        EngineThrust thrust;
        thrust.MainPower = choice == 2 ? 1.0 : 0.0;
        thrust.SidePower = (choice & 1) != 0 ? 1.0 : 0.0;
        thrust.SideDirection = choice - 2;
        return thrust;
    }
}
