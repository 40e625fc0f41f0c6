using System.Diagnostics.CodeAnalysis;

namespace Gaia.Transport.Peers;

/// <summary>A peer's answer, or why there is none.</summary>
/// <typeparam name="T">The answer.</typeparam>
public sealed record CallResult<T>
    where T : class
{
    private CallResult(T? value, PeerFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The answer; null where the call failed.</summary>
    public T? Value { get; }

    /// <summary>The failure; null where the call succeeded.</summary>
    public PeerFailure? Failure { get; }

    /// <summary>True where there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    /// <summary>The answer as a result, for answers that are interfaces.</summary>
    public static CallResult<T> Success(T value) => new(value, null);

    public static implicit operator CallResult<T>(T value) => new(value, null);

    public static implicit operator CallResult<T>(PeerFailure failure) => new(null, failure);
}
