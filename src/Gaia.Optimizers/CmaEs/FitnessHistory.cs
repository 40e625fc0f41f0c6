using Gaia.Optimizers.Snapshots;

namespace Gaia.Optimizers.CmaEs;

/// <summary>Best and median fitness of past generations, as far back as the stops look.</summary>
internal sealed class FitnessHistory
{
    private const int GenerationsPerSample = 5;
    private const int MaximumSamples = 20_000;
    private const int MinimumSamples = 100;
    private const double RecentShare = 0.1;
    private const int MinimumRecent = 10;

    private readonly StrategyParameters _parameters;
    private readonly FitnessRing _recentBest;
    private readonly FitnessRing _sampledBest;
    private readonly FitnessRing _sampledMedian;
    private readonly double[] _scratch;
    private int _samples;
    private double _best = double.NegativeInfinity;
    private long _bestGeneration;

    public FitnessHistory(StrategyParameters parameters)
    {
        _parameters = parameters;
        _recentBest = new FitnessRing(parameters.HistoryLength);
        var window = (int)Math.Max(ShortestWindow, MaximumSamples * RecentShare) + 1;
        _sampledBest = new FitnessRing(2 * window);
        _sampledMedian = new FitnessRing(2 * window);
        _scratch = new double[window];
    }

    /// <summary>Samples of one half of the shortest comparison.</summary>
    private double ShortestWindow => (double)_parameters.StagnationGenerations / GenerationsPerSample / 2;

    /// <summary>Notes the fitness of one generation.</summary>
    /// <param name="fitness">[population].</param>
    /// <param name="order">[population], from best to worst.</param>
    /// <param name="generation">Generations told, this one included.</param>
    public void Add(ReadOnlySpan<double> fitness, ReadOnlySpan<int> order, long generation)
    {
        var best = fitness[order[0]];
        _recentBest.Add(best);
        if (best > _best)
        {
            _best = best;
            _bestGeneration = generation;
        }

        if (generation % GenerationsPerSample != 0)
            return;
        var middle = order.Length / 2;
        var upper = fitness[order[middle]];
        _sampledBest.Add(best);
        _sampledMedian.Add(order.Length % 2 == 1 ? upper : (fitness[order[middle - 1]] / 2) + (upper / 2));
        _samples = Math.Min(_samples + 1, MaximumSamples);
    }

    /// <summary>The range of the best values of the last generations; infinite while there are too few.</summary>
    public double RangeOfRecentBest() =>
        _recentBest.Count < MinimumRecent ? double.PositiveInfinity : _recentBest.Range();

    /// <summary>
    /// True where neither best nor median got better between the two halves of the last fifth of the run, and of at
    /// least the stagnation length, and the best ever is older than half that length.
    /// </summary>
    /// <param name="generation">Generations told.</param>
    public bool HasStagnated(long generation)
    {
        var p = _parameters;
        if (generation % GenerationsPerSample != 0 || _samples <= MinimumSamples
            || generation <= p.Dimension * (5 + (100.0 / p.Population))
            || generation - _bestGeneration <= p.StagnationGenerations / 2.0)
        {
            return false;
        }

        var window = (int)Math.Max(ShortestWindow, _samples * RecentShare);
        return 2 * window < _samples
            && _sampledMedian.Median(0, window, _scratch) <= _sampledMedian.Median(window, window, _scratch)
            && _sampledBest.Median(0, window, _scratch) <= _sampledBest.Median(window, window, _scratch);
    }

    public void Write(StateWriter writer)
    {
        writer.WriteInt32(_samples);
        writer.WriteInt64(_bestGeneration);
        writer.WriteBoolean(_bestGeneration > 0);
        writer.WriteDouble(_bestGeneration > 0 ? _best : 0);
        _recentBest.Write(writer);
        _sampledBest.Write(writer);
        _sampledMedian.Write(writer);
    }

    public void Read(ref StateReader reader)
    {
        _samples = reader.ReadInt32(0, MaximumSamples);
        _bestGeneration = reader.ReadInt64(0, 1L << 53);
        var hasBest = reader.ReadBoolean();
        var best = reader.ReadDouble(double.MinValue, double.MaxValue);
        _best = hasBest ? best : double.NegativeInfinity;
        _recentBest.Read(ref reader);
        _sampledBest.Read(ref reader);
        _sampledMedian.Read(ref reader);
        var held = Math.Min(_samples, _sampledBest.Capacity);
        reader.Require(_sampledBest.Count == held && _sampledMedian.Count == held);
    }
}
