namespace Gaia.Node.Exchange;

/// <summary>Where the exchange hangs out its state; one writer, any readers.</summary>
internal sealed class ExchangeBoard
{
    private volatile ExchangeState _current = ExchangeState.Empty;

    /// <summary>The whole state at one moment.</summary>
    public ExchangeState Current
    {
        get => _current;
        set => _current = value;
    }
}
