namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>What measure.py prints: versions, a measurement, or why there is none.</summary>
internal sealed record GymnasiumReply
{
    public string? Python { get; init; }

    public string? Gymnasium { get; init; }

    public string? Numpy { get; init; }

    public long? Steps { get; init; }

    public long? Episodes { get; init; }

    public double? Seconds { get; init; }

    /// <summary>Name of a module that this Python lacks.</summary>
    public string? Missing { get; init; }

    /// <summary>Why this Gymnasium cannot make the world.</summary>
    public string? Unavailable { get; init; }
}
