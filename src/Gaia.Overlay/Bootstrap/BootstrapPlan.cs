using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Bootstrap;

/// <summary>Addresses by which the node gets into the network and back: those the user gave, and those of peers it had.
/// </summary>
/// <remarks>Each address is retried for ever, with a pause that doubles up to a maximum.</remarks>
internal sealed class BootstrapPlan(NodeId self, BootstrapOptions options)
{
    private const int MaximumErrorLength = 200;

    private readonly List<Entry> _entries = [];

    /// <summary>True where there is anybody to ask.</summary>
    public bool HasTargets => _entries.Count > 0;

    /// <summary>Takes the addresses that the user gave; later ones of the same text are ignored.</summary>
    public void Give(IEnumerable<PeerAddress> addresses)
    {
        foreach (var address in addresses)
            Add(address, given: true);
    }

    /// <summary>Takes peers of this or an earlier run; those remembered before make room for them.</summary>
    public void Remember(IEnumerable<NodeRecord> records)
    {
        var first = records.Where(record => record.Addresses.Length > 0).Select(record => record.Addresses[0]).ToList();
        _entries.RemoveAll(entry => !entry.Given && !first.Contains(entry.Address));
        foreach (var address in first)
            Add(address, given: false);
    }

    /// <summary>Addresses whose time has come, in their order.</summary>
    public List<PeerAddress> Due(DateTimeOffset now) =>
        [.. _entries.Where(entry => !(entry.NextAttempt > now)).Select(entry => entry.Address)];

    /// <summary>The next time at which an address may be tried that must wait now.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var entry in _entries)
        {
            if (entry.NextAttempt is { } attempt && attempt > now && !(attempt >= next))
                next = attempt;
        }

        return next;
    }

    public void Dialled(PeerAddress address)
    {
        if (Find(address) is not { } entry)
            return;
        entry.Attempts++;
        entry.NextAttempt = null;
    }

    public void Failed(PeerAddress address, DialStep step, string error, StepContext context)
    {
        if (Find(address) is not { } entry)
            return;
        entry.FailedStep = step;
        entry.LastError = Bounded(error);
        entry.NextAttempt = context.Now + Pause(Math.Max(1, entry.Attempts), context);
    }

    /// <summary>A link to the node stands: whatever failed before is over.</summary>
    public void Linked(NodeId node)
    {
        foreach (var entry in _entries.Where(entry => entry.Address.Node == node))
        {
            entry.FailedStep = null;
            entry.LastError = null;
            entry.NextAttempt = null;
        }
    }

    /// <summary>The link to the node is gone.</summary>
    /// <param name="node">The node.</param>
    /// <param name="early">It hardly stood: that counts as a failed attempt.</param>
    /// <param name="reason">One line for people.</param>
    /// <param name="context">The step.</param>
    public void Lost(NodeId node, bool early, string reason, StepContext context)
    {
        foreach (var entry in _entries.Where(entry => entry.Address.Node == node))
        {
            entry.Attempts = early ? entry.Attempts : 0;
            entry.FailedStep = early ? DialStep.Hello : null;
            entry.LastError = early ? Bounded(reason) : null;
            entry.NextAttempt = context.Now + Pause(Math.Max(1, entry.Attempts), context);
        }
    }

    public ImmutableArray<BootstrapTarget> Read() =>
    [
        .. _entries.Select(entry => new BootstrapTarget(
            entry.Address, entry.Attempts, entry.FailedStep, entry.LastError, entry.NextAttempt)),
    ];

    private static string Bounded(string text)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return line.Length <= MaximumErrorLength ? line : line[..MaximumErrorLength];
    }

    private TimeSpan Pause(int failures, StepContext context) =>
        Backoff.Pause(failures, options.RetryMinimum, options.RetryMaximum, ref context.Random);

    private void Add(PeerAddress address, bool given)
    {
        if (address.Node == self || _entries.Count >= options.MaximumAddresses || Find(address) is not null)
            return;
        _entries.Add(new Entry { Address = address, Given = given });
    }

    private Entry? Find(PeerAddress address) => _entries.Find(entry => entry.Address == address);

    private sealed class Entry
    {
        public required PeerAddress Address { get; init; }

        public required bool Given { get; init; }

        public int Attempts { get; set; }

        public DialStep? FailedStep { get; set; }

        public string? LastError { get; set; }

        public DateTimeOffset? NextAttempt { get; set; }
    }
}
