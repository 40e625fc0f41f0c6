namespace Gaia.Cli.Evaluate;

/// <summary>One episode: Gymnasium seed, plain return, steps, and what ended it: the world or time.</summary>
internal sealed record EpisodeReport(uint Seed, double Return, int Steps, string Ended);
