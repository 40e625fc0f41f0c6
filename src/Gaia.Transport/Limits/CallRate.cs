namespace Gaia.Transport.Limits;

/// <summary>A token bucket: what one peer may do.</summary>
/// <param name="PerSecond">Tokens that come in, per second; above 0.</param>
/// <param name="Burst">Tokens that a rested peer has; at least 1.</param>
public readonly record struct CallRate(double PerSecond, int Burst);
