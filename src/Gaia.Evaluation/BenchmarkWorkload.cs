namespace Gaia.Evaluation;

/// <summary>What decides the actions of a benchmark. In reports: <c>random</c>, <c>mlp</c>, <c>heuristic</c>.</summary>
public enum BenchmarkWorkload
{
    /// <summary>Uniformly random actions: what a world costs without any policy.</summary>
    Random,

    /// <summary>The perceptrons with 16 units of <see cref="BenchmarkPolicies"/>, one after another.</summary>
    Mlp,

    /// <summary>A hand-written controller: the lander lands, the walker walks. Not every world has one.</summary>
    Heuristic,
}
