namespace Gaia.Worlds;

/// <summary>What one step returned besides the observation.</summary>
/// <param name="Reward">In reward units of the world, exactly the reference environment's double.</param>
/// <param name="Terminated">
/// The episode ended by the world's own rule. Truncation is the episode runner's, by
/// <see cref="WorldInfo.IsTruncatedAt"/>.
/// </param>
public readonly record struct Transition(double Reward, bool Terminated);
