using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Gaia.Transport.Listening;

/// <summary>Where a node listens, or why it cannot.</summary>
public sealed record ListenResult
{
    private ListenResult(IPEndPoint? endpoint, ListenFault? fault, string? message)
    {
        Endpoint = endpoint;
        Fault = fault;
        Message = message;
    }

    /// <summary>Address and actual port; null where it failed.</summary>
    public IPEndPoint? Endpoint { get; }

    /// <summary>For programs; null where it succeeded.</summary>
    public ListenFault? Fault { get; }

    /// <summary>For people: one line that says what is wrong and what to do; null where it succeeded.</summary>
    public string? Message { get; }

    /// <summary>True where the node listens.</summary>
    [MemberNotNullWhen(true, nameof(Endpoint))]
    [MemberNotNullWhen(false, nameof(Fault), nameof(Message))]
    public bool Succeeded => Endpoint is not null;

    internal static ListenResult Listening(IPEndPoint endpoint) => new(endpoint, null, null);

    internal static ListenResult Failed(ListenFault fault, string message) => new(null, fault, message);
}
