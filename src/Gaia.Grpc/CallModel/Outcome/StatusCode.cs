namespace Grpc.Core;

/// <summary>Result of a call, as the number that travels in <c>grpc-status</c>.</summary>
/// <remarks>gRPC specification, "Status codes and their use in gRPC".</remarks>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>Cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>An error without a better code; also a handler that threw.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended.</summary>
    DeadlineExceeded = 4,

    /// <summary>The thing asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>The thing to be created exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a size limit or a resource is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the call needs.</summary>
    FailedPrecondition = 9,

    /// <summary>Aborted, usually by a conflict between concurrent calls.</summary>
    Aborted = 10,

    /// <summary>Past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The method is unknown or not supported here.</summary>
    Unimplemented = 12,

    /// <summary>The protocol or an invariant was broken.</summary>
    Internal = 13,

    /// <summary>The peer cannot be reached now; a retry may help.</summary>
    Unavailable = 14,

    /// <summary>Data was lost and cannot be recovered.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
