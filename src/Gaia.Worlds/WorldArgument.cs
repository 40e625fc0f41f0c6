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
    /// <summary>The allowed values, as a person reads them: <c>0 to 20</c>.</summary>
    public string Range => string.Create(CultureInfo.InvariantCulture, $"{Minimum:R} to {Maximum:R}");

    /// <summary>Whether a value may be chosen; NaN may not.</summary>
    public bool Allows(double value) => value >= Minimum && value <= Maximum;
}
