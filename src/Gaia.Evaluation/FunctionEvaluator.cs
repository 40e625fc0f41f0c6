using Gaia.Evaluation.Episodes;

namespace Gaia.Evaluation;

/// <summary>The evaluator of functions: an episode is one step, and its return is minus the value at the genome.
/// </summary>
/// <remarks>
/// Seeds change nothing. A return is finite: a value beyond 1e150, infinite or not a number counts as 1e150, so that
/// means and spreads of returns stay finite too.
/// </remarks>
public sealed class FunctionEvaluator : EpisodeEvaluator
{
    /// <summary>An evaluator with its own threads.</summary>
    /// <param name="problem">A function of one objective, and a vector of its dimension.</param>
    /// <param name="threads">1 to <see cref="Evaluators.MaxThreads"/>.</param>
    /// <param name="priority">Of the threads; see <see cref="Evaluators.Create"/>.</param>
    /// <exception cref="ArgumentException">The problem does not hold; <see cref="EvaluationProblem.Validate"/> names
    /// each error.</exception>
    public FunctionEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority = ThreadPriority.BelowNormal)
        : base(Checked(problem), threads, priority, () => new FunctionWorker(problem.WorldId, problem.Arguments))
    {
    }

    /// <inheritdoc/>
    public override string Form => Evaluators.NameOf(EvaluationForm.Scalar);
}
