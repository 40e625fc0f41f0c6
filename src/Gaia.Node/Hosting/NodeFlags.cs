namespace Gaia.Node.Hosting;

/// <summary>Options as a user typed them; null where a flag was not given.</summary>
public sealed record NodeFlags
{
    /// <summary>Flag <c>--data</c>, variable <c>GAIA_DATA</c>.</summary>
    public string? Data { get; init; }

    /// <summary>Flag <c>--listen</c>, variable <c>GAIA_LISTEN</c>.</summary>
    public string? Listen { get; init; }

    /// <summary>Flag <c>--api</c>, variable <c>GAIA_API</c>.</summary>
    public string? Api { get; init; }

    /// <summary>Flag <c>--bootstrap</c>, variable <c>GAIA_BOOTSTRAP</c> (comma separated); or empty.</summary>
    public IReadOnlyList<string> Bootstrap { get; init; } = [];

    /// <summary>Flag <c>--network</c>, variable <c>GAIA_NETWORK</c>.</summary>
    public string? Network { get; init; }

    /// <summary>Flag <c>--threads</c>, variable <c>GAIA_THREADS</c>.</summary>
    public string? Threads { get; init; }

    /// <summary>Flag <c>--advertise</c>, variable <c>GAIA_ADVERTISE</c>.</summary>
    public string? Advertise { get; init; }

    /// <summary>Flag <c>--limit-addresses</c>, variable <c>GAIA_LIMIT_ADDRESSES</c>.</summary>
    public string? LimitAddresses { get; init; }
}
