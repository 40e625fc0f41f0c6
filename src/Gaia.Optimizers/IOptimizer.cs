namespace Gaia.Optimizers;

/// <summary>A gradient-free optimiser of flat float32 genomes: ask, evaluate, tell.</summary>
/// <remarks>
/// It knows no world, network, disk or clock. Its state is a value: <see cref="Snapshot"/> and
/// <see cref="OptimizerCatalog.Restore"/> give an optimiser that goes on bit for bit as the first one would have. Every
/// random number is named by key, generation, member and dimension. One owner, not thread-safe.
/// </remarks>
public interface IOptimizer
{
    /// <summary>Name in the catalog, such as "cma_es".</summary>
    string Type { get; }

    /// <summary>Parameters of one genome.</summary>
    int Dimension { get; }

    /// <summary>Genomes of one generation.</summary>
    int PopulationSize { get; }

    /// <summary>Generations told so far; the number of the one that is asked next.</summary>
    long Generation { get; }

    /// <summary>The first criterion that was met, or null.</summary>
    /// <remarks>
    /// A verdict on the search, not a lock: an optimiser that has stopped may still be asked and told, stays finite,
    /// and keeps its first reason. What to do next (end, restart) is the owner's choice.
    /// </remarks>
    StopReason? Stop { get; }

    /// <summary>Overall step size, in units of the parameters.</summary>
    double Sigma { get; }

    /// <summary>Writes the genomes of this generation.</summary>
    /// <remarks>The same genomes until <see cref="Tell"/>, however often it is asked.</remarks>
    /// <param name="genomes">[<see cref="PopulationSize"/>, <see cref="Dimension"/>] row-major; overwritten, finite.
    /// </param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    void Ask(Span<float> genomes);

    /// <summary>Takes the fitness of the genomes that were asked and moves on by one generation.</summary>
    /// <param name="fitness">[<see cref="PopulationSize"/>], higher is better, finite; of equals the earlier ranks
    /// higher.
    /// </param>
    /// <exception cref="ArgumentException">The length does not fit, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">Nothing was asked in this generation.</exception>
    void Tell(ReadOnlySpan<double> fitness);

    /// <summary>Writes the mean of the search distribution.</summary>
    /// <param name="genome">[<see cref="Dimension"/>]; overwritten, finite.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    void CopyMean(Span<float> genome);

    /// <summary>Offers a genome from outside: it takes a sample's place in the next generation that is asked.</summary>
    /// <remarks>The queue is bounded: where it is full the oldest waiting genome gives way.</remarks>
    /// <param name="genome">[<see cref="Dimension"/>], finite; copied.</param>
    /// <exception cref="ArgumentException">The length does not fit, or a value is not finite.</exception>
    void Inject(ReadOnlySpan<float> genome);

    /// <summary>The whole state, at any moment, also between ask and tell.</summary>
    OptimizerSnapshot Snapshot();
}
