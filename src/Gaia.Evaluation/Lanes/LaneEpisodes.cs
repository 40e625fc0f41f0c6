using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds;

namespace Gaia.Evaluation.Lanes;

/// <summary>Keeps the lanes of a world busy: a slot whose episode has ended begins the next one at once.</summary>
/// <remarks>
/// Between two ends of an episode a step costs two vector additions and a test of one byte a group; who owns a slot,
/// when it began and where its result goes is looked at only when an episode ends. All episodes have the same horizon,
/// so that one number, the earliest moment at which any could be truncated, stands for all of them. One thread owns it;
/// nothing is allocated after construction.
/// </remarks>
internal sealed class LaneEpisodes
{
    private readonly WorldLanes _lanes;
    private readonly LaneController _controller;
    private readonly IEpisodeSource _source;
    private readonly WorldInfo _info;
    private readonly byte[] _running;
    private readonly double[] _totals;
    private readonly int[] _episodes;
    private readonly long[] _begins;
    private readonly int[] _freshSlots;
    private readonly uint[] _freshSeeds;
    private int _fresh;
    private long _now;
    private long _nextTruncation;

    /// <summary>No slot runs yet.</summary>
    public LaneEpisodes(WorldLanes lanes, LaneController controller, IEpisodeSource source)
    {
        _lanes = lanes;
        _controller = controller;
        _source = source;
        _info = lanes.Info;
        _running = new byte[lanes.Groups];
        _totals = new double[lanes.Slots];
        _episodes = new int[lanes.Slots];
        _begins = new long[lanes.Slots];
        _freshSlots = new int[lanes.Slots];
        _freshSeeds = new uint[lanes.Slots];
    }

    /// <summary>Episodes that can run side by side.</summary>
    public int Slots => _lanes.Slots;

    /// <summary>Slots whose episode goes on.</summary>
    public int Running { get; private set; }

    /// <summary>Forgets what ran and begins with the source's next episodes.</summary>
    /// <param name="slots">Use no more than so many slots; the first ones, so that groups are full.</param>
    public void Start(int slots)
    {
        Array.Clear(_running);
        (Running, _fresh) = (0, 0);
        _now = 0;
        _nextTruncation = _info.HorizonSteps;
        for (var slot = 0; slot < Math.Min(slots, Slots) && TryBegin(slot); slot++)
        {
            _running[slot / WorldLanes.Width] |= (byte)(1 << (slot % WorldLanes.Width));
            Running++;
        }

        ResetFresh();
    }

    /// <summary>Makes some steps of all running slots.</summary>
    /// <returns>False once no slot runs and the source has no more.</returns>
    public bool Advance(int steps)
    {
        for (; steps > 0 && Running > 0; steps--)
        {
            _controller.Act(_running);
            _lanes.Step(_running);
            _now++;
            var ended = AddRewards();
            if (ended != 0 || _now >= _nextTruncation)
                Collect();
        }

        return Running > 0;
    }

    /// <summary>Adds the step's rewards to the totals, also those of idle slots, which nobody reads.</summary>
    /// <returns>Not 0 where a running slot's episode was terminated.</returns>
    private int AddRewards()
    {
        ref var totals = ref MemoryMarshal.GetArrayDataReference(_totals);
        ref var rewards = ref MemoryMarshal.GetArrayDataReference(_lanes.Rewards);
        for (nuint slot = 0; slot < (nuint)_totals.Length; slot += (nuint)Vector256<double>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref totals, slot) + Vector256.LoadUnsafe(ref rewards, slot);
            sum.StoreUnsafe(ref totals, slot);
        }

        var ended = 0;
        var terminated = _lanes.Terminated;
        for (var group = 0; group < _running.Length; group++)
            ended |= terminated[group] & _running[group];
        return ended;
    }

    private void Collect()
    {
        var isTruncating = _now >= _nextTruncation;
        for (var group = 0; group < _running.Length; group++)
        {
            var terminated = (uint)(_lanes.Terminated[group] & _running[group]);
            var truncated = isTruncating ? TruncatedOf(group) & ~terminated : 0;
            for (var ended = terminated | truncated; ended != 0; ended &= ended - 1)
            {
                var lane = BitOperations.TrailingZeroCount(ended);
                var end = (terminated >> lane & 1) != 0 ? EpisodeEnd.Terminated : EpisodeEnd.Truncated;
                Replace(group, lane, end);
            }
        }

        ResetFresh();
        if (isTruncating)
            _nextTruncation = EarliestTruncation();
    }

    private uint TruncatedOf(int group)
    {
        var truncated = 0u;
        for (uint running = _running[group]; running != 0; running &= running - 1)
        {
            var lane = BitOperations.TrailingZeroCount(running);
            if (_info.IsTruncatedAt((int)(_now - _begins[(group * WorldLanes.Width) + lane])))
                truncated |= 1u << lane;
        }

        return truncated;
    }

    private long EarliestTruncation()
    {
        var earliest = long.MaxValue;
        for (var group = 0; group < _running.Length; group++)
        {
            for (uint running = _running[group]; running != 0; running &= running - 1)
            {
                var slot = (group * WorldLanes.Width) + BitOperations.TrailingZeroCount(running);
                earliest = Math.Min(earliest, _begins[slot] + _info.HorizonSteps);
            }
        }

        return earliest;
    }

    private void Replace(int group, int lane, EpisodeEnd end)
    {
        var slot = (group * WorldLanes.Width) + lane;
        EpisodeResult result = new(_totals[slot], (int)(_now - _begins[slot]), end);
        _source.Finish(_episodes[slot], in result);
        if (TryBegin(slot))
            return;
        _running[group] &= (byte)~(1 << lane);
        Running--;
    }

    private bool TryBegin(int slot)
    {
        if (!_source.TryBegin(slot, out _episodes[slot], out var seed))
            return false;
        _freshSlots[_fresh] = slot;
        _freshSeeds[_fresh++] = seed;
        _totals[slot] = 0.0;
        _begins[slot] = _now;
        return true;
    }

    /// <summary>Starts all episodes of this step at once: a form may seed eight of them in the time of one.</summary>
    private void ResetFresh()
    {
        if (_fresh == 0)
            return;
        _lanes.Reset(_freshSlots.AsSpan(0, _fresh), _freshSeeds.AsSpan(0, _fresh));
        _fresh = 0;
    }
}
