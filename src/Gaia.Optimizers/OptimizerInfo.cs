using System.Collections.Immutable;

namespace Gaia.Optimizers;

/// <summary>What there is to know about a type of optimiser before one is made.</summary>
/// <param name="Type">Name in tasks and on the wire.</param>
/// <param name="Settings">Every setting, with default and range.</param>
/// <param name="Description">One sentence for people.</param>
public sealed record OptimizerInfo(string Type, ImmutableArray<OptimizerSetting> Settings, string Description)
{
    /// <summary>Most parameters a genome may have: bounds memory and time, since a task comes from a peer.</summary>
    public required int MaximumDimension { get; init; }
}
