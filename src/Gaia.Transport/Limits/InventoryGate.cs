namespace Gaia.Transport.Limits;

/// <summary>Lets the inventories of one link through at their own rate, since each may cost 128 signatures.</summary>
/// <param name="rates">Rate, burst and patience.</param>
/// <param name="time">The clock.</param>
internal sealed class InventoryGate(PeerRates rates, TimeProvider time)
{
    private readonly TokenBucket _bucket = new(rates.Inventories, time);
    private int _surplus;

    /// <summary>True from the time on when the peer sent so many in vain that one more is an offence.</summary>
    public bool IsAbused => _surplus > rates.InventoryPatience;

    /// <summary>True where an inventory may be read.</summary>
    public bool TryEnter()
    {
        if (_bucket.TryTake())
        {
            _surplus = 0;
            return true;
        }

        if (!IsAbused)
            _surplus++;
        return false;
    }
}
