using Gaia.Grpc.Framing;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>Requests of a streaming call.</summary>
internal sealed class ClientStreamWriter<TRequest, TResponse>(
    ClientCall<TRequest, TResponse> call, StreamingRequestContent content)
    : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private int _writing;
    private bool _completed;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Enter();
        try
        {
            if (_completed)
                throw new InvalidOperationException("The request stream is completed.");
            using CancellationTokenRegistration registration = call.CancelWith(cancellationToken);
            Stream? stream = await content.Opened;
            if (stream is null || call.Outcome is not null)
                throw await call.WhyClosedAsync(null);
            await WriteAsync(stream, message);
        }
        finally
        {
            Volatile.Write(ref _writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        Enter();
        _completed = true;
        content.Complete();
        Volatile.Write(ref _writing, 0);
        return Task.CompletedTask;
    }

    /// <summary>The frame's memory is rented for one write: an idle stream holds none.</summary>
    private async Task WriteAsync(Stream stream, TRequest message)
    {
        using FrameWriter writer = call.CreateWriter();
        ReadOnlyMemory<byte> frame = call.Frame(writer, message, WriteOptions);
        try
        {
            await stream.WriteAsync(frame, call.Token);
            if (!call.IsBuffered(WriteOptions))
                await stream.FlushAsync(call.Token);
        }
        catch (Exception failure)
        {
            // Any failure here means that the stream is gone; the call's outcome says why.
            throw await call.WhyClosedAsync(failure);
        }
    }

    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _writing, 1, 0) != 0)
            throw new InvalidOperationException("A write of this call is running: await it first.");
    }
}
