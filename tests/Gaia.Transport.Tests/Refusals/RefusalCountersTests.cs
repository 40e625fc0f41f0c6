using Gaia.Transport.Channel;
using Gaia.Transport.Swarm;
using Microsoft.Extensions.Logging;

namespace Gaia.Transport.Refusals;

public sealed class RefusalCountersTests : ILogger
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly List<string> _lines = [];

    [Fact]
    public void Count_SameRemoteAndReason_IsLoggedOnceAnInterval_AndCountedEachTime()
    {
        var counters = new RefusalCounters(TestNode.Defaults, _time, this);
        for (var i = 0; i < 100; i++)
            counters.Count(RefusalReason.NotTls, "10.0.0.1", "garbage");
        counters.Count(RefusalReason.PlainHttp, "10.0.0.1", "http");
        counters.Count(RefusalReason.NotTls, "10.0.0.2", "garbage");
        Assert.Equal(3, _lines.Count);
        Assert.Contains("10.0.0.1", _lines[0], StringComparison.Ordinal);
        Assert.Equal(101, counters.Snapshot()[RefusalReason.NotTls]);
        Assert.Equal(102, counters.Snapshot().Total);
        Assert.Equal(0, counters.Snapshot()[RefusalReason.Validity]);

        _time.Advance(TestNode.Defaults.RefusalLogInterval);
        counters.Count(RefusalReason.NotTls, "10.0.0.1", "garbage");
        Assert.Equal(4, _lines.Count);
    }

    [Fact]
    public void Count_MoreRemotesThanAreRemembered_StillCounts_AndLogsNoMore()
    {
        var counters = new RefusalCounters(TestNode.Defaults with { RefusalLogEntries = 16 }, _time, this);
        for (var i = 0; i < 1000; i++)
            counters.Count(RefusalReason.NotTls, $"10.0.0.{i}", "garbage");
        Assert.Equal(16, _lines.Count);
        Assert.Equal(1000, counters.Snapshot().Total);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => _lines.Add(formatter(state, exception));
}
