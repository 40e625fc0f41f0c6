namespace Gaia.Overlay.Broadcast;

/// <summary>Bounds of the broadcast.</summary>
public sealed record BroadcastOptions
{
    /// <summary>Message ids remembered.</summary>
    /// <value>Default 65536; 16 to 16,777,216; beyond it the oldest is forgotten.</value>
    public int SeenMaximum { get; init; } = 65536;

    /// <summary>How long a message id is remembered.</summary>
    /// <value>Default 10 min; 1 s to 24 h. Longer than any message travels.</value>
    public TimeSpan SeenLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Messages that wait for their verdict; one more is dropped, and may come again.</summary>
    /// <value>Default 256; 1 to 65536. At 64 KiB a message that is 16 MiB at most.</value>
    public int MaximumPending { get; init; } = 256;

    /// <summary>Messages of one peer that wait for their verdict; one more is dropped and held against it.</summary>
    /// <value>Default 64; 1 to MaximumPending. So no single peer can shut the others out.</value>
    public int MaximumPendingPerPeer { get; init; } = 64;

    /// <summary>A message whose verdict was not told for this long is dropped.</summary>
    /// <value>Default 30 s; 1 to 600 s.</value>
    public TimeSpan PendingTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
