namespace Gaia.Cli.Evaluate;

/// <summary>One episode: Gymnasium seed, plain return, steps, and whether the world or the time limit ended it.</summary>
internal sealed record EpisodeReport(uint Seed, double Return, int Steps, string Ended);
