using System.Collections.Immutable;
using Gaia.Transport.Channel;
using Microsoft.Extensions.Logging;

namespace Gaia.Transport.Refusals;

/// <summary>Counts every refusal, and logs the first of each remote address and reason in an interval.</summary>
internal sealed partial class RefusalCounters(PeerNetworkOptions options, TimeProvider time, ILogger logger)
{
    private readonly long[] _counts = new long[Enum.GetValues<RefusalReason>().Max(reason => (int)reason) + 1];
    private readonly Dictionary<(string Remote, RefusalReason Reason), DateTimeOffset> _logged = [];
    private readonly Lock _lock = new();

    /// <summary>Raised after each count; tests await it.</summary>
    public event Action<RefusalReason>? Counted;

    public RefusalSnapshot Snapshot() => new(Enum.GetValues<RefusalReason>()
        .Select(reason => KeyValuePair.Create(reason, Interlocked.Read(ref _counts[(int)reason])))
        .Where(pair => pair.Value > 0)
        .ToImmutableSortedDictionary());

    /// <summary>Counts one.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="remote">The remote address without its port, or a node's short id.</param>
    /// <param name="text">One line for people.</param>
    public void Count(RefusalReason reason, string remote, string text)
    {
        Interlocked.Increment(ref _counts[(int)reason]);
        if (MayLog(remote, reason))
            LogRefused(logger, remote, reason, text);
        Counted?.Invoke(reason);
    }

    private bool MayLog(string remote, RefusalReason reason)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_logged.TryGetValue((remote, reason), out var last) && now - last < options.RefusalLogInterval)
                return false;
            if (_logged.Count >= options.RefusalLogEntries)
                Forget(now);
            if (_logged.Count >= options.RefusalLogEntries)
                return false;
            _logged[(remote, reason)] = now;
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, last) in _logged)
        {
            if (now - last >= options.RefusalLogInterval)
                _logged.Remove(key);
        }
    }

    [LoggerMessage(EventId = 7400, Level = LogLevel.Warning, Message = "Refused {Remote}: {Reason}: {Text}")]
    private static partial void LogRefused(ILogger logger, string remote, RefusalReason reason, string text);
}
