using System.Diagnostics.CodeAnalysis;

namespace Gaia.Protocol.Rejections;

/// <summary>What became of a peer's bytes: a domain value that passed every check, or a typed refusal.</summary>
/// <typeparam name="T">The domain value.</typeparam>
public sealed record Decoded<T>
    where T : class
{
    private Decoded(T? value, Rejection? rejection)
    {
        Value = value;
        Rejection = rejection;
    }

    /// <summary>The value; null where the bytes were refused.</summary>
    public T? Value { get; }

    /// <summary>The refusal; null where the bytes were accepted.</summary>
    public Rejection? Rejection { get; }

    /// <summary>True where there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Value is not null;

    public static implicit operator Decoded<T>(T value) => new(value, null);

    public static implicit operator Decoded<T>(Rejection rejection) => new(null, rejection);

    internal static Decoded<T> Reject(RejectionReason reason, string text) => new(null, new Rejection(reason, text));
}
