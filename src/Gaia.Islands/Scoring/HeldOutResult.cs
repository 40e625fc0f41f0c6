namespace Gaia.Islands.Scoring;

/// <summary>What came of running a genome on held-out episodes.</summary>
/// <param name="ScoreMicros">The score, in 1e-6 reward units; null where the run was abandoned before its last episode,
/// or where the mean return is no score. A partial mean is never a score.</param>
/// <param name="Episodes">Episodes run.</param>
/// <param name="EnvironmentSteps">Environment steps taken.</param>
public readonly record struct HeldOutResult(long? ScoreMicros, int Episodes, long EnvironmentSteps);
