namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>How fast Gymnasium runs a world: all its processes together, resets included in the time.</summary>
internal sealed record GymnasiumRate(double StepsPerSecond, double EpisodesPerSecond);
