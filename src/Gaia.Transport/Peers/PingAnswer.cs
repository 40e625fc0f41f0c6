namespace Gaia.Transport.Peers;

/// <summary>A peer answered.</summary>
/// <param name="RoundTrip">Time from the call to its answer.</param>
public sealed record PingAnswer(TimeSpan RoundTrip);
