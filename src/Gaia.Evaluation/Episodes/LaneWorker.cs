using Gaia.Evaluation.Lanes;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>A worker whose lanes take pairs one by one, each when its episode has ended.</summary>
internal sealed class LaneWorker : EpisodeWorker, IEpisodeSource
{
    /// <summary>Steps of all lanes between two looks at the stop signal: a few milliseconds of the slowest world, under
    /// 1% of the fastest.</summary>
    private const int StepsBetweenStopChecks = 32;

    private readonly LaneEpisodes _episodes;
    private readonly PolicyController _controller;
    private EpisodeBatch? _batch;
    private int _nextPair;
    private int _endOfShare;

    /// <summary>A worker for policies of the layout.</summary>
    /// <param name="lanes">Its own.</param>
    /// <param name="layout">Fits the world.</param>
    /// <exception cref="ArgumentException">The layout does not fit the world.</exception>
    public LaneWorker(WorldLanes lanes, MlpLayout layout)
    {
        WorldFit.Require(layout, lanes.Info);
        _controller = new PolicyController(lanes, layout);
        _episodes = new LaneEpisodes(lanes, _controller, this);
    }

    /// <inheritdoc/>
    public override int Slots => _episodes.Slots;

    /// <inheritdoc/>
    public override void Run(EpisodeBatch batch)
    {
        _batch = batch;
        (_nextPair, _endOfShare) = (0, 0);
        _controller.Forget();
        try
        {
            if (!batch.Stop.IsRaised)
                _episodes.Start(batch.SlotsPerWorker);
            while (!batch.Stop.IsRaised && _episodes.Advance(StepsBetweenStopChecks))
            {
            }

            if (batch.Stop.IsRaised && (_episodes.Running > 0 || batch.HasMore))
                batch.MarkIncomplete();
        }
        finally
        {
            _batch = null;
        }
    }

    /// <inheritdoc/>
    bool IEpisodeSource.TryBegin(int slot, out int episode, out uint seed)
    {
        if (_nextPair == _endOfShare)
        {
            if (!_batch!.TryTake(out _nextPair, out var count))
            {
                (episode, seed, _endOfShare) = (0, 0, _nextPair);
                return false;
            }

            _endOfShare = _nextPair + count;
        }

        episode = _nextPair++;
        (var member, seed) = _batch!.PairAt(episode);
        _controller.Load(slot, member, _batch.GenomeOf(member));
        return true;
    }

    /// <inheritdoc/>
    void IEpisodeSource.Finish(int episode, in EpisodeResult result) => Store(_batch!, episode, in result);
}
