using System.Diagnostics.CodeAnalysis;

namespace Gaia.Storage.Opening;

/// <summary>A read or write of an open store that the disk did not allow.</summary>
/// <remarks>Thrown by the ports, whose methods have no room for a failure: it is rare, and nobody's input causes it.
/// </remarks>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Without a failure the exception says nothing.")]
public sealed class StoreException : Exception
{
    /// <summary>The failure, with its cause.</summary>
    public StoreException(StoreFailure failure, Exception? inner)
        : base(failure?.ToString(), inner)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Failure = failure;
    }

    /// <summary>What went wrong.</summary>
    public StoreFailure Failure { get; }
}
