using System.Collections.Immutable;

namespace Gaia.Evaluation;

/// <summary>How one policy does on a list of seeds.</summary>
/// <param name="World">Id of the world.</param>
/// <param name="Episodes">Each seed's episode, in the order asked for.</param>
/// <param name="Mean">Mean return, summed in that order.</param>
/// <param name="Std">Population standard deviation of the returns (divided by their number, not one less), as NumPy's
/// <c>std</c>.</param>
/// <param name="Min">Lowest return.</param>
/// <param name="Max">Highest return.</param>
/// <param name="Solved">The mean reaches the world's solved score.</param>
public sealed record PolicySummary(
    string World, ImmutableArray<SeedResult> Episodes, double Mean, double Std, double Min, double Max, bool Solved);
