using System.Globalization;

namespace Gaia.Worlds;

/// <summary>A number that a task may choose for a world, such as the strength of the wind.</summary>
/// <param name="Name">As in the reference environment, for example <c>wind_power</c>.</param>
/// <param name="Default">The value where none is given.</param>
/// <param name="Minimum">Least allowed value.</param>
/// <param name="Maximum">Greatest allowed value.</param>
/// <param name="Description">One sentence, with the unit.</param>
public sealed record WorldArgument(string Name, double Default, double Minimum, double Maximum, string Description)
{
    /// <summary>Values are multiples of it; 0 where any number will do.</summary>
    public double Step { get; init; }

    /// <summary>Least and greatest value are the doubles next to limits that are not allowed themselves.</summary>
    public bool ExcludesLimits { get; init; }

    /// <summary>The allowed values, as a person reads them: <c>0 to 20</c>, <c>2 to 40, whole</c>, <c>between -12 and
    /// 0, neither included</c>.</summary>
    public string Range => ExcludesLimits ? OpenRange : ClosedRange + Step switch
    {
        0.0 => "",
        1.0 => ", whole",
        _ => string.Create(CultureInfo.InvariantCulture, $", a multiple of {Step:R}"),
    };

    private string ClosedRange => string.Create(CultureInfo.InvariantCulture, $"{Minimum:R} to {Maximum:R}");

    /// <remarks>Adding zero takes the sign from a zero.</remarks>
    private string OpenRange => string.Create(
        CultureInfo.InvariantCulture,
        $"between {Math.BitDecrement(Minimum):R} and {Math.BitIncrement(Maximum) + 0.0:R}, neither included");

    /// <summary>Whether a value may be chosen; NaN may not.</summary>
    public bool Allows(double value) =>
        value >= Minimum && value <= Maximum && (Step == 0.0 || value % Step == 0.0);
}
