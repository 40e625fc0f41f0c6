using Grpc.Core;

namespace Gaia.Grpc.Server;

/// <summary>Requests of a streaming call.</summary>
internal sealed class ServerStreamReader<T>(ServerCall call, Func<DeserializationContext, T> deserializer)
    : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;

    public T Current => _current ?? throw new InvalidOperationException("There is no current message.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == call.CancellationToken)
        {
            _current = await call.ReadAsync(deserializer, call.CancellationToken);
            return _current is not null;
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationToken);
        _current = await call.ReadAsync(deserializer, both.Token);
        return _current is not null;
    }
}
