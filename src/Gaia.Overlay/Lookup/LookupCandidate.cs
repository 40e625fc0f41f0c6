using Gaia.Core.Identity;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Lookup;

/// <summary>One node on the short list of a look-up.</summary>
internal sealed class LookupCandidate(NodeRecord record, Hash256 distance)
{
    public enum Progress
    {
        Fresh,
        Asked,
        Answered,
        Failed,
    }

    public NodeRecord Record { get; } = record;

    public Hash256 Distance { get; } = distance;

    public Progress State { get; set; }

    /// <summary>When an asked node counts as silent.</summary>
    public DateTimeOffset Deadline { get; set; }
}
