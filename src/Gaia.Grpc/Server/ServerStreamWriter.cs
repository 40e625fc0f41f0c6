using Gaia.Grpc.Framing;
using Grpc.Core;

namespace Gaia.Grpc.Server;

/// <summary>Responses of a streaming call.</summary>
internal sealed class ServerStreamWriter<T>(ServerCall call, Action<T, SerializationContext> serializer)
    : IServerStreamWriter<T>, IDisposable
    where T : class
{
    private readonly FrameWriter _writer = call.CreateWriter();
    private int _writing;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    // The token is looked at before the write begins only: half a frame cannot be taken back.
    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.CompareExchange(ref _writing, 1, 0) != 0)
            throw new InvalidOperationException("A write of this call is running: await it first.");
        try
        {
            await call.WriteAsync(_writer, serializer, message, WriteOptions, flush: true);
        }
        finally
        {
            Volatile.Write(ref _writing, 0);
        }
    }

    /// <summary>Gives the buffer back, unless the handler left a write running: then it is still read.</summary>
    public void Dispose()
    {
        if (Interlocked.CompareExchange(ref _writing, 1, 0) == 0)
            _writer.Dispose();
    }
}
