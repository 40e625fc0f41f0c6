namespace Gaia.Evaluation;

/// <summary>What one episode gave.</summary>
/// <param name="Return">Sum of the rewards in step order, in double, reward units.</param>
/// <param name="Steps">Environment steps taken, 1 to the world's horizon.</param>
/// <param name="End">Why it ended.</param>
public readonly record struct EpisodeResult(double Return, int Steps, EpisodeEnd End);
