using Gaia.Evaluation.Lanes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>Episodes in all slots of some lanes.</summary>
internal sealed class SlotEpisodes : BenchmarkEpisodes, IEpisodeSource
{
    /// <summary>Environment steps between two looks at the clock: its cost stays under 0.1% of the fastest world's.
    /// </summary>
    private const int StepsPerAdvance = 4096;

    private readonly LaneEpisodes _episodes;
    private readonly LaneController _controller;
    private readonly int _stepsOfAllSlots;
    private uint _seed;
    private int _begun;

    /// <summary>The episodes of a worker.</summary>
    public SlotEpisodes(WorldLanes lanes, LaneController controller, int worker)
    {
        _controller = controller;
        _seed = FirstSeedOf(worker);
        _stepsOfAllSlots = Math.Max(1, StepsPerAdvance / lanes.Slots);
        _episodes = new LaneEpisodes(lanes, controller, this);
        _episodes.Start(lanes.Slots);
    }

    /// <inheritdoc/>
    public override long Advance()
    {
        _episodes.Advance(_stepsOfAllSlots);
        return (long)_stepsOfAllSlots * _episodes.Slots;
    }

    /// <inheritdoc/>
    bool IEpisodeSource.TryBegin(int slot, out int episode, out uint seed)
    {
        episode = _begun++;
        seed = _seed++;
        _controller.Begin(slot, episode);
        return true;
    }

    /// <inheritdoc/>
    void IEpisodeSource.Finish(int episode, in EpisodeResult result) => Episodes++;
}
