namespace Gaia.Evaluation;

/// <summary>What a policy did on one seed.</summary>
/// <param name="Seed">The Gymnasium seed that names the episode.</param>
/// <param name="Result">Return, steps and ending.</param>
public readonly record struct SeedResult(uint Seed, EpisodeResult Result);
