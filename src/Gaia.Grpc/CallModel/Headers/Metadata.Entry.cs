using Gaia.Grpc.Headers;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One pair of metadata.</summary>
    public sealed class Entry
    {
        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <summary>A text entry.</summary>
        /// <param name="key">Letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; made lower case; not ending in
        /// <c>-bin</c>.</param>
        /// <param name="value">Printable ASCII, without space at either end.</param>
        /// <exception cref="ArgumentException">The key or the value is not allowed, or the protocol owns the key.
        /// </exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = MetadataRules.NormalizeKey(key);
            if (IsBinary)
                throw new ArgumentException($"The key '{key}' ends in -bin: its value is bytes.", nameof(key));
            if (!MetadataRules.IsTextValue(value))
                throw new ArgumentException($"The value of '{key}' is not printable ASCII.", nameof(value));
            _value = value;
        }

        /// <summary>A binary entry.</summary>
        /// <param name="key">As for text, and ending in <c>-bin</c>.</param>
        /// <param name="valueBytes">Any bytes; copied.</param>
        /// <exception cref="ArgumentException">The key is not allowed, or the protocol owns it.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = MetadataRules.NormalizeKey(key);
            if (!IsBinary)
                throw new ArgumentException($"The key '{key}' of a binary value must end in -bin.", nameof(key));
            _valueBytes = valueBytes.ToArray();
        }

        private Entry(string checkedKey, string? value, byte[]? valueBytes)
        {
            Key = checkedKey;
            _value = value;
            _valueBytes = valueBytes;
        }

        /// <summary>Key in lower case.</summary>
        public string Key { get; }

        /// <summary>True when the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text value.</summary>
        /// <exception cref="InvalidOperationException">The value is binary.</exception>
        public string Value => _value ?? throw new InvalidOperationException($"The value of '{Key}' is binary.");

        /// <summary>A copy of the value's bytes; of a text value, its ASCII.</summary>
        public byte[] ValueBytes => _valueBytes?.ToArray() ?? System.Text.Encoding.ASCII.GetBytes(_value!);

        internal ReadOnlySpan<byte> BinaryValue => _valueBytes;

        /// <inheritdoc />
        public override string ToString() =>
            _value is null ? $"[Entry: key={Key}, {_valueBytes!.Length} bytes]" : $"[Entry: key={Key}, value={_value}]";

        /// <summary>An entry whose key and value were checked by the reader of a header block.</summary>
        internal static Entry FromWire(string checkedKey, string value) => new(checkedKey, value, null);

        /// <summary>An entry whose key was checked by the reader of a header block; takes the array over.</summary>
        internal static Entry FromWire(string checkedKey, byte[] valueBytes) => new(checkedKey, null, valueBytes);
    }
}
