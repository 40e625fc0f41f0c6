namespace Gaia.Core.Hashing;

/// <summary>Every domain string of the protocol, as UTF-8: the prefix that keeps one kind of hash from
/// another's.</summary>
/// <remarks>
/// A hash or signature begins with its domain string, so that bytes made for one purpose never verify for another.
/// The trailing number is the version of the bytes that follow: it changes when their layout does. No string is a
/// prefix of another (a test holds that), so the concatenation needs no length field.
/// </remarks>
public static class HashDomain
{
    /// <summary>NodeId from an identity key.</summary>
    public static ReadOnlySpan<byte> Identity => "gaia/id/1"u8;

    /// <summary>The signed extension of a channel certificate.</summary>
    public static ReadOnlySpan<byte> Certificate => "gaia/cert/1"u8;

    /// <summary>EliteId from layout and parameters.</summary>
    public static ReadOnlySpan<byte> Genome => "gaia/genome/1"u8;

    /// <summary>Held-out evaluation seeds of an elite.</summary>
    public static ReadOnlySpan<byte> HeldOut => "gaia/heldout/1"u8;

    /// <summary>Seeds of a re-evaluation.</summary>
    public static ReadOnlySpan<byte> Rescore => "gaia/rescore/1"u8;

    /// <summary>The signed announcement of an elite.</summary>
    public static ReadOnlySpan<byte> Announce => "gaia/announce/1"u8;

    /// <summary>The signed record of a node.</summary>
    public static ReadOnlySpan<byte> Record => "gaia/record/1"u8;

    /// <summary>A publisher's signature of a task manifest.</summary>
    public static ReadOnlySpan<byte> Publish => "gaia/publish/1"u8;

    /// <summary>Name of a run.</summary>
    public static ReadOnlySpan<byte> Run => "gaia/run/1"u8;

    /// <summary>Training seeds of a generation.</summary>
    public static ReadOnlySpan<byte> Training => "gaia/training/1"u8;

    /// <summary>What one island draws from its node and task.</summary>
    public static ReadOnlySpan<byte> Island => "gaia/island/1"u8;

    /// <summary>Layout of a policy's parameters.</summary>
    public static ReadOnlySpan<byte> Layout => "gaia/layout/1"u8;

    /// <summary>Choice and key of an island's optimiser.</summary>
    public static ReadOnlySpan<byte> Optimizer => "gaia/optimizer/1"u8;
}
