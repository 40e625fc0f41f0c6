using System.Collections.Immutable;

namespace Gaia.Islands.Tasks;

/// <summary>The world of a task, or its function.</summary>
/// <param name="Id">One of <see cref="Evaluation.ProblemWorld.Ids"/>.</param>
public sealed record WorldTerms(string Id)
{
    /// <summary>Arguments that are not at their default, by name.</summary>
    /// <remarks>Those at their default are left out, so that an argument which a world gets later changes no id.
    /// </remarks>
    public ImmutableSortedDictionary<string, double> Arguments { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);
}
