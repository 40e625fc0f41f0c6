namespace Gaia.Evaluation.Episodes;

/// <summary>One thread's share of evaluations.</summary>
internal abstract class EpisodeWorker
{
    private long _finished;

    /// <summary>Episodes that it can run side by side.</summary>
    public abstract int Slots { get; }

    /// <summary>Episodes that it has finished since it was made; read by any thread.</summary>
    public long Finished => Volatile.Read(ref _finished);

    /// <summary>Runs pairs until none is left or the batch is stopped.</summary>
    public abstract void Run(EpisodeBatch batch);

    /// <summary>Stores a result and counts it. Only on the worker's thread, so that the count needs no lock.</summary>
    protected void Store(EpisodeBatch batch, int pair, in EpisodeResult result)
    {
        batch.Store(pair, in result);
        Volatile.Write(ref _finished, _finished + 1);
    }
}
