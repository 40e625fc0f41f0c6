using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>A call that did not end with <see cref="StatusCode.OK"/>.</summary>
/// <remarks>Thrown to a caller; thrown by a handler, it becomes the status and trailers of its call.</remarks>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors",
    Justification = "An outcome without a status would be meaningless; generated code fixes the constructors.")]
public sealed class RpcException : Exception
{
    /// <summary>Wraps a status.</summary>
    public RpcException(Status status)
        : this(status, new Metadata())
    {
    }

    /// <summary>Wraps a status with its own message.</summary>
    public RpcException(Status status, string message)
        : this(status, new Metadata(), message)
    {
    }

    /// <summary>Wraps a status and the trailers of its call.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Wraps a status, the trailers of its call and a message.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>Outcome of the call.</summary>
    public Status Status { get; }

    /// <summary>Code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Trailing metadata of the call; empty when there is none.</summary>
    public Metadata Trailers { get; }
}
