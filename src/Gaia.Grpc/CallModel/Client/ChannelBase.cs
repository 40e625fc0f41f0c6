namespace Grpc.Core;

/// <summary>The way to one peer.</summary>
/// <param name="target">Name of the peer for people and logs.</param>
public abstract class ChannelBase(string target)
{
    /// <summary>Name of the peer for people and logs.</summary>
    public string Target { get; } = target;

    /// <summary>An invoker whose calls go over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel; running calls are cancelled.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Ends the channel; running calls are cancelled.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
