using System.Collections.Immutable;
using System.Runtime.Intrinsics.X86;
using Gaia.Node.Hosting;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Records;
using Gaia.Protocol.Signing;

namespace Gaia.Node.Swarm;

/// <summary>Signs what this node says about itself.</summary>
internal sealed class SelfRecord
{
    private readonly NodeOptions _options;
    private readonly EnvelopeSigner _signer;
    private readonly RecordSequence _sequence;
    private readonly TimeProvider _time;
    private ImmutableArray<PeerAddress> _addresses = [];
    private volatile NodeRecord _current;

    public SelfRecord(NodeOptions options, EnvelopeSigner signer, RecordSequence sequence, TimeProvider time)
    {
        _sequence = sequence;
        _options = options;
        _signer = signer;
        _time = time;
        _current = Sign(0);
    }

    /// <summary>The newest record.</summary>
    public NodeRecord Current => _current;

    /// <summary>Says where the node listens. Called once, before the overlay starts.</summary>
    public NodeRecord ListenAt(PeerAddress address)
    {
        _addresses = [address];
        return Renew(_current.Sequence + 1);
    }

    /// <summary>Signs the next record.</summary>
    public NodeRecord Renew(ulong minimumSequence) => _current = Sign(minimumSequence);

    private NodeRecord Sign(ulong minimumSequence)
    {
        var now = _time.GetUtcNow();
        var record = new NodeRecord
        {
            Node = _signer.Signer.Node,
            Sequence = _sequence.Next(Math.Max(minimumSequence, (ulong)Math.Max(0, now.ToUnixTimeMilliseconds()))),
            Issued = now,
            Expires = now + _options.Limits.RecordLifetime,
            Addresses = _addresses,
            Mode = _addresses.IsEmpty ? PeerMode.Client : PeerMode.Server,
            ProtocolMin = _options.Transport.Protocol.Minimum,
            ProtocolMax = _options.Transport.Protocol.Maximum,
            Build = "gaianode/" + ProgramVersion.Text,
            Capabilities = new NodeCapabilities { Cores = _options.Threads, Simd = Avx2.IsSupported ? "avx2" : "" },
        };
        var signed = NodeRecordCodec.Sign(record, _signer);
        return signed.Value
            ?? throw new InvalidOperationException($"The node's own record breaks a rule: {signed.Rejection}");
    }
}
