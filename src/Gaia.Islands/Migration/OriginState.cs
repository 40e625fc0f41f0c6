namespace Gaia.Islands.Migration;

/// <summary>What is kept of one origin for one task.</summary>
internal sealed class OriginState
{
    internal TokenBucket Bucket;

    internal OriginState(TokenBucket bucket) => Bucket = bucket;

    /// <summary>Best score of its elites that re-evaluation confirmed; null before the first.</summary>
    internal long? BestAcceptedMicros { get; set; }
}
