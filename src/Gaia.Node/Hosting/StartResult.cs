using System.Diagnostics.CodeAnalysis;

namespace Gaia.Node.Hosting;

/// <summary>A running node, or why there is none.</summary>
public sealed record StartResult
{
    private StartResult(GaiaNode? node, StartFailure? failure)
    {
        Node = node;
        Failure = failure;
    }

    /// <summary>The node; null where it did not start.</summary>
    public GaiaNode? Node { get; }

    /// <summary>Why it did not start; null where it runs.</summary>
    public StartFailure? Failure { get; }

    /// <summary>True where the node runs.</summary>
    [MemberNotNullWhen(true, nameof(Node))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Node is not null;

    internal static StartResult Running(GaiaNode node) => new(node, null);

    internal static StartResult Failed(StartFailure failure) => new(null, failure);
}
