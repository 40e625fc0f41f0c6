using System.Diagnostics.CodeAnalysis;
using System.Text;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Protocol.Networks;

/// <summary>Names a network: nodes of two networks refuse each other, and no signature of one holds in the
/// other.</summary>
/// <remarks>
/// 32 bytes, SHA-256("gaia/network/1" || name), so that it has one length inside signed bytes whatever the name is.
/// </remarks>
public readonly record struct NetworkId(Hash256 Value)
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaximumNameLength = 64;

    /// <summary>Name of the public network.</summary>
    public const string PublicName = "gaia-main";

    /// <summary>The public network.</summary>
    public static NetworkId Public { get; } = FromName(PublicName);

    /// <summary>The first 8 hexadecimal digits: for people, never for comparing.</summary>
    public string Short => Value.ToHex()[..8];

    /// <summary>The network of a name.</summary>
    /// <exception cref="ArgumentException">The name breaks the rule of <see cref="TryFromName"/>.</exception>
    public static NetworkId FromName(string name) => TryFromName(name, out var network)
        ? network.Value
        : throw new ArgumentException(
            $"A network name has 1 to {MaximumNameLength} characters of a-z, 0-9, '-' and '.'.", nameof(name));

    /// <summary>The network of a name of 1 to 64 characters of a-z, 0-9, '-' and '.'; false for anything
    /// else.</summary>
    public static bool TryFromName(string? name, [NotNullWhen(true)] out NetworkId? network)
    {
        network = null;
        if (string.IsNullOrEmpty(name) || name.Length > MaximumNameLength || !name.All(IsAllowed))
            return false;
        network = new NetworkId(DomainHasher.Hash("gaia/network/1"u8, Encoding.ASCII.GetBytes(name)));
        return true;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToHex();

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.';
}
