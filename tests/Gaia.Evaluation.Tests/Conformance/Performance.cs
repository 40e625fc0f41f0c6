using Gaia.Core.Random;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>Plays many parts in some slots of a form at once and compares every bit.</summary>
/// <remarks>
/// A slot whose part has ended rests for some steps or takes the next part at once, so that slots begin at different
/// times; the other slots stay idle for good, so that groups are filled in part. Slots are reset one by one and
/// together in turn.
/// </remarks>
internal sealed class Performance
{
    private const uint MostRestSteps = 4;

    private readonly WorldLanes _lanes;
    private readonly Slot[] _slots;
    private readonly Func<Part?> _next;
    private readonly byte[] _running;
    private PhiloxStream _random;

    /// <param name="lanes">The form.</param>
    /// <param name="mostSlots">Use so many slots, chosen at random, or all.</param>
    /// <param name="key">Decides what is random here.</param>
    /// <param name="next">The next part; null when there is none left.</param>
    public Performance(WorldLanes lanes, int mostSlots, ulong key, Func<Part?> next)
    {
        _lanes = lanes;
        _next = next;
        _random = new PhiloxStream(key);
        _running = new byte[lanes.Groups];
        _slots = [.. Enumerable.Range(0, lanes.Slots).Select(index => new Slot(lanes, index))];
        for (var i = _slots.Length - 1; i > 0; i--)
        {
            var other = (int)_random.NextBelow((uint)i + 1);
            (_slots[i], _slots[other]) = (_slots[other], _slots[i]);
        }

        _slots = _slots[..Math.Min(mostSlots, _slots.Length)];
        foreach (var slot in _slots)
            slot.RestSteps = Rest();
    }

    /// <summary>Steps of all slots together so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Slots in which something was played.</summary>
    public HashSet<int> Used { get; } = [];

    /// <summary>Plays until no part is left, or until the slots have made so many steps together.</summary>
    /// <returns>The first difference, or null.</returns>
    public string? Play(long mostSteps)
    {
        for (var step = 0; Steps < mostSteps; step++)
        {
            var isOver = FillSlots(isTogether: step % 2 == 0, out var difference);
            if (difference is not null || isOver)
                return difference;
            _lanes.Step(_running);
            foreach (var slot in _slots.Where(slot => slot.Part is not null))
            {
                if (slot.CompareStep() is { } found)
                    return found;
                Steps++;
                if (slot.Part is null)
                    slot.RestSteps = Rest();
            }
        }

        return null;
    }

    private bool FillSlots(bool isTogether, out string? difference)
    {
        difference = null;
        var fresh = _slots.Where(slot => slot.Part is null && slot.RestSteps-- <= 0 && TryTake(slot)).ToArray();
        if (isTogether)
            _lanes.Reset([.. fresh.Select(slot => slot.Index)], [.. fresh.Select(slot => slot.Part!.Seed)]);
        else
            Array.ForEach(fresh, slot => _lanes.Reset(slot.Index, slot.Part!.Seed));
        foreach (var slot in fresh)
        {
            Used.Add(slot.Index);
            difference ??= slot.CompareReset();
        }

        Array.Clear(_running);
        foreach (var slot in _slots.Where(slot => slot.Part is not null))
        {
            _running[slot.Group] |= (byte)slot.Bit;
            slot.Act();
        }

        return Array.TrueForAll(_slots, slot => slot.Part is null && slot.RestSteps < 0);
    }

    private bool TryTake(Slot slot)
    {
        if (_next() is not { } part)
            return false;
        slot.Take(part);
        return true;
    }

    private int Rest() => _random.NextBelow(2) == 0 ? 0 : (int)_random.NextBelow(MostRestSteps);
}
