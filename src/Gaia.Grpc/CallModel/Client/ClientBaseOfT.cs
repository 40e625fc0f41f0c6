namespace Grpc.Core;

/// <summary>Base of a generated client.</summary>
/// <typeparam name="T">The generated client.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>For test doubles: a client that overrides its methods needs no invoker.</summary>
    protected ClientBase()
    {
    }

    /// <summary>Client over a configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>Client over a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>Client over an invoker.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>The same client naming another host in <c>:authority</c>.</summary>
    public T WithHost(string host)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return NewInstance(new ClientBaseConfiguration(CallInvoker, host));
    }

    /// <summary>A new client of the generated type.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
