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

    /// <summary>The continuous world's two throttles, clipped to [-1, 1].</summary>
    /// <param name="main">Above 0, the main engine runs at 50% to 100%.</param>
    /// <param name="side">Beyond 0.5 on either side, that side's engine runs at so much.</param>
    /// <remarks>In float64 from the clipped float32 on, as the reference converts it.</remarks>
    public static EngineThrust FromThrottles(float main, float side)
    {
        double clippedMain = Math.Clamp(main, -1.0f, 1.0f);
        double clippedSide = Math.Clamp(side, -1.0f, 1.0f);
        double strength = Math.Abs(clippedSide);
        EngineThrust thrust;
        thrust.MainPower = clippedMain > 0.0 ? (clippedMain + 1.0) * 0.5 : 0.0;
        thrust.SidePower = strength > 0.5 ? strength : 0.0;
        thrust.SideDirection = clippedSide > 0.0 ? 1.0 : -1.0;
        return thrust;
    }
}
