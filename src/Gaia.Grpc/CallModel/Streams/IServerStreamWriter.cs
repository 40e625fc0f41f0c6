namespace Grpc.Core;

/// <summary>Responses of a streaming call; the stream ends when the handler returns.</summary>
/// <typeparam name="T">The response.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
