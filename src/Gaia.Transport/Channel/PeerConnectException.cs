using Gaia.Transport.Peers;

namespace Gaia.Transport.Channel;

/// <summary>Carries a typed failure through the HTTP client, which knows only exceptions.</summary>
/// <param name="failure">Why no connection came about.</param>
internal sealed class PeerConnectException(PeerFailure failure) : IOException(failure.Text)
{
    public PeerFailure Failure => failure;

    /// <summary>The failure inside an exception of the HTTP client, or null.</summary>
    public static PeerFailure? Find(Exception? exception)
    {
        const int MaximumDepth = 16;
        for (var depth = 0; exception is not null && depth < MaximumDepth; depth++)
        {
            if (exception is PeerConnectException found)
                return found.Failure;
            exception = exception.InnerException;
        }

        return null;
    }
}
