using System.Diagnostics.CodeAnalysis;

namespace Gaia.Transport.Identity;

/// <summary>An identity, or why there is none.</summary>
public sealed record IdentityResult
{
    internal IdentityResult(NodeIdentity identity, bool isNew)
    {
        Identity = identity;
        IsNew = isNew;
    }

    internal IdentityResult(IdentityFault fault, string message)
    {
        Fault = fault;
        Message = message;
    }

    /// <summary>The identity; null where it failed.</summary>
    public NodeIdentity? Identity { get; }

    /// <summary>True where the key was made now.</summary>
    public bool IsNew { get; }

    /// <summary>For programs; null where it succeeded.</summary>
    public IdentityFault? Fault { get; }

    /// <summary>For people: one line that says what is wrong and what to do; null where it succeeded.</summary>
    public string? Message { get; }

    /// <summary>True where there is an identity.</summary>
    [MemberNotNullWhen(true, nameof(Identity))]
    [MemberNotNullWhen(false, nameof(Fault), nameof(Message))]
    public bool Succeeded => Identity is not null;
}
