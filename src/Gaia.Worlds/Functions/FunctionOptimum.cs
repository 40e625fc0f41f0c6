using System.Collections.Immutable;

namespace Gaia.Worlds.Functions;

/// <summary>A best point of a function with one objective.</summary>
/// <param name="Point">One coordinate a variable; where several points are best, one of them.</param>
/// <param name="Value">The least value. The function's own arithmetic may give a few units of the last place more at a
/// point that can only be written rounded.</param>
public sealed record FunctionOptimum(ImmutableArray<double> Point, double Value);
