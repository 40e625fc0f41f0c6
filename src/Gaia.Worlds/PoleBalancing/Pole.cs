namespace Gaia.Worlds.PoleBalancing;

/// <summary>A pole of even density that is hinged on the cart.</summary>
/// <param name="Mass">In kilograms.</param>
/// <param name="HalfLength">From the hinge to the centre of mass, in metres.</param>
internal readonly record struct Pole(double Mass, double HalfLength)
{
    public static Pole Long => new(0.1, 0.5);

    public static Pole Short => new(0.01, 0.05);
}
