namespace Gaia.Overlay.Bootstrap;

/// <summary>How a node tries to get into the network, and back.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Bootstrap addresses at most; further ones are ignored.</summary>
    /// <value>Default 32; 0 to 1024.</value>
    public int MaximumAddresses { get; init; } = 32;

    /// <summary>First pause after a failed attempt; doubles with every further one, plus up to half of it.</summary>
    /// <value>Default 1 s; 10 ms to 10 min.</value>
    public TimeSpan RetryMinimum { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between attempts.</summary>
    /// <value>Default 60 s; RetryMinimum to 24 h.</value>
    public TimeSpan RetryMaximum { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>While fewer peers are active than the target, the node looks itself up again this often.</summary>
    /// <value>Default 10 s; 1 s to 24 h.</value>
    public TimeSpan CheckPeriod { get; init; } = TimeSpan.FromSeconds(10);
}
