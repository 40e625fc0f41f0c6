using System.Diagnostics.CodeAnalysis;
using Gaia.Transport.Peers;

namespace Gaia.Transport.Channel;

/// <summary>A connection, or why there is none.</summary>
internal sealed record ConnectOutcome
{
    private ConnectOutcome(SecureConnection? connection, PeerFailure? failure)
    {
        Connection = connection;
        Failure = failure;
    }

    public SecureConnection? Connection { get; }

    public PeerFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Connection))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Connection is not null;

    public static ConnectOutcome Connected(SecureConnection connection) => new(connection, null);

    public static ConnectOutcome Failed(PeerFailure failure) => new(null, failure);
}
