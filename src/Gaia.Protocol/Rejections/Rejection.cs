namespace Gaia.Protocol.Rejections;

/// <summary>A refusal of a peer's bytes: expected, counted, never thrown.</summary>
/// <param name="Reason">For programs.</param>
/// <param name="Text">For people: one line, without text of the peer that was not cleaned.</param>
public sealed record Rejection(RejectionReason Reason, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Reason}: {Text}";
}
