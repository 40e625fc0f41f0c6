using Gaia.Grpc.Framing;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>The way to one peer, over HTTP/2 exactly.</summary>
/// <remarks>Connections are the invoker's affair: it makes one when a call needs it, and again after a loss.</remarks>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly CancellationTokenSource _shutdown = new();
    private readonly CallInvoker _invoker;
    private int _disposed;

    private GrpcChannel(Uri address, HttpMessageInvoker http, TimeProvider time, GrpcChannelOptions options)
        : base(address.Authority)
    {
        Address = address;
        Http = http;
        Time = time;
        Options = options;
        ShutdownToken = _shutdown.Token;
        _invoker = new HttpCallInvoker(this);
    }

    /// <summary>Scheme and authority of the peer.</summary>
    public Uri Address { get; }

    internal HttpMessageInvoker Http { get; }

    internal TimeProvider Time { get; }

    internal GrpcChannelOptions Options { get; }

    internal CancellationToken ShutdownToken { get; }

    /// <summary>Opens a channel; nothing is connected before the first call.</summary>
    /// <param name="address">Absolute http or https address; its path must be empty.</param>
    /// <param name="invoker">Sends the requests; see <see cref="GrpcHttpHandler"/>.</param>
    /// <param name="time">Clock of deadlines.</param>
    /// <param name="options">Limits; the defaults when null.</param>
    /// <exception cref="ArgumentException">The address is of another form, or options are out of range.</exception>
    public static GrpcChannel ForAddress(
        Uri address, HttpMessageInvoker invoker, TimeProvider time, GrpcChannelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(time);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
            throw new ArgumentException($"'{address}' is not of the form http(s)://host:port.", nameof(address));
        options ??= new GrpcChannelOptions();
        OptionRange.ThrowIfAny(options.Validate(), nameof(options));
        return new GrpcChannel(address, invoker, time, options);
    }

    /// <inheritdoc />
    public override CallInvoker CreateCallInvoker() => _invoker;

    /// <summary>Cancels running calls and, unless the options say otherwise, disposes the invoker.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _shutdown.Cancel();
        _shutdown.Dispose();
        if (Options.DisposeInvoker)
            Http.Dispose();
    }

    /// <inheritdoc />
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }
}
