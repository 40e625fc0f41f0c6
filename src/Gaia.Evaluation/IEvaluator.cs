namespace Gaia.Evaluation;

/// <summary>Runs episodes of many policies of one layout in one world.</summary>
/// <remarks>
/// The result of a member on a seed is a pure function of genome and seed: the same bits for any number of threads, any
/// form, and any company in the population. One call at a time.
/// </remarks>
public interface IEvaluator : IDisposable
{
    /// <summary>The world and the layout.</summary>
    EvaluationProblem Problem { get; }

    /// <summary>Threads that run episodes.</summary>
    int Threads { get; }

    /// <summary>Which form of the world runs: <c>scalar</c> is the reference.</summary>
    string Form { get; }

    /// <summary>Episodes finished since it was made: how far a call is, for any thread that asks.</summary>
    long FinishedEpisodes { get; }

    /// <summary>Runs every member on every seed.</summary>
    /// <param name="genomes">Row-major [population, parameters], float32, finite.</param>
    /// <param name="seeds">Gymnasium seeds, the same for every member.</param>
    /// <param name="results">Row-major [population, seeds]: member i on seeds[j] at i * seeds.Length + j; overwritten.
    /// </param>
    /// <param name="cancellationToken">Checked between episodes and every few steps inside one.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a parameter is not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the results are then incomplete.</exception>
    void Evaluate(
        ReadOnlyMemory<float> genomes,
        ReadOnlyMemory<uint> seeds,
        Memory<EpisodeResult> results,
        CancellationToken cancellationToken);
}
