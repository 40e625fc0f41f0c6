using Grpc.Core;

namespace Gaia.Grpc.Framing;

/// <summary>What came of waiting for a message: the message, the end of the stream, or a failure.</summary>
/// <typeparam name="T">The message.</typeparam>
internal readonly struct ReadOutcome<T>
    where T : class
{
    private ReadOutcome(T? message, Status? failure)
    {
        Message = message;
        Failure = failure;
    }

    /// <summary>The stream ended between two frames.</summary>
    public static ReadOutcome<T> End => default;

    /// <summary>Null at the end and on failure.</summary>
    public T? Message { get; }

    /// <summary>Why no message can be read any more.</summary>
    public Status? Failure { get; }

    public static ReadOutcome<T> Of(T message) => new(message, null);

    public static ReadOutcome<T> Fail(StatusCode code, string detail, Exception? cause = null) =>
        new(null, new Status(code, detail, cause));
}
