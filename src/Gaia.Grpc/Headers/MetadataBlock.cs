using System.Buffers.Text;
using Grpc.Core;

namespace Gaia.Grpc.Headers;

/// <summary>Collects the metadata of one received header block, within a size.</summary>
/// <remarks>
/// Names that are no metadata keys (pseudo headers, names of the protocol) are passed over; a value that breaks the
/// rules makes the block bad. Size counts as HTTP/2 does (RFC 9113, 10.5.1): name, value and 32 bytes a field.
/// </remarks>
/// <param name="maxBytes">Limit on the size of all fields offered.</param>
internal struct MetadataBlock(int maxBytes)
{
    private const int FieldOverheadBytes = 32;
    private int _bytes;
    private Metadata? _metadata;

    /// <summary>What was collected; never null.</summary>
    public Metadata Metadata => _metadata ??= [];

    /// <summary>Set by the first field that broke a rule.</summary>
    public Status? Failure { get; private set; }

    /// <summary>Offers one field.</summary>
    public void Add(string name, string value)
    {
        if (Failure is not null)
            return;
        _bytes = (int)Math.Min((long)_bytes + name.Length + value.Length + FieldOverheadBytes, int.MaxValue);
        if (_bytes > maxBytes)
        {
            Failure = new Status(StatusCode.ResourceExhausted, $"Metadata is larger than {maxBytes} bytes.");
            return;
        }

        string key = name.ToLowerInvariant();
        if (!MetadataRules.IsKey(key) || MetadataRules.IsProtocolKey(key))
            return;
        bool good = key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.Ordinal)
            ? AddBinary(key, value)
            : AddText(key, value);
        if (!good)
            Failure = new Status(StatusCode.Internal, $"Metadata '{key}' has a malformed value.");
    }

    /// <summary>Text of a binary value: base64 without padding, as the specification asks of senders.</summary>
    public static string EncodeBinary(ReadOnlySpan<byte> value) => Convert.ToBase64String(value).TrimEnd('=');

    private bool AddText(string key, string value)
    {
        if (!MetadataRules.IsTextValue(value))
            return false;
        Metadata.Add(Metadata.Entry.FromWire(key, value));
        return true;
    }

    /// <summary>Several values of one binary key may arrive joined by commas.</summary>
    private bool AddBinary(string key, string joined)
    {
        foreach (Range range in joined.AsSpan().Split(','))
        {
            ReadOnlySpan<char> part = joined.AsSpan(range).Trim().TrimEnd('=');
            Span<char> padded = new char[(part.Length + 3) & ~3];
            padded.Fill('=');
            part.CopyTo(padded);
            var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
            if (!Convert.TryFromBase64Chars(padded, bytes, out int length))
                return false;
            Metadata.Add(Metadata.Entry.FromWire(key, bytes.AsSpan(0, length).ToArray()));
        }

        return true;
    }
}
