using Gaia.Evaluation.Episodes;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>The fast evaluator: many episodes side by side in the lanes of each of its threads.</summary>
/// <remarks>
/// Each thread owns one <see cref="WorldLanes"/>. A slot whose episode has ended takes the next pair of member and seed
/// at once, whoever its neighbours are; where none is left it is masked out. Lanes do not look at their neighbours, so
/// an episode's bits are those of the reference.
/// </remarks>
public sealed class SimdEvaluator : EpisodeEvaluator
{
    /// <summary>An evaluator with its own threads.</summary>
    /// <param name="problem">A world of the catalog and a layout that fits it.</param>
    /// <param name="threads">1 to <see cref="Evaluators.MaxThreads"/>.</param>
    /// <param name="priority">Of the threads; see <see cref="Evaluators.Create"/>.</param>
    /// <exception cref="ArgumentException">The problem does not hold; <see cref="EvaluationProblem.Validate"/> names
    /// each error.</exception>
    public SimdEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority = ThreadPriority.BelowNormal)
        : this(
            Checked(problem),
            threads,
            priority,
            () => WorldCatalog.CreateLanes(problem.WorldId, problem.Arguments))
    {
    }

    private SimdEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority, Func<WorldLanes> newLanes)
        : base(problem, threads, priority, () => new LaneWorker(newLanes(), problem.Layout))
    {
    }

    /// <inheritdoc/>
    public override string Form => Evaluators.NameOf(EvaluationForm.Simd);

    /// <summary>An evaluator for a world outside the catalog, whose slots run one by one.</summary>
    internal static SimdEvaluator For<TWorld, TState>(MlpLayout layout, int threads, int groups)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged =>
        new(
            new EvaluationProblem(TWorld.Info.Id, layout),
            threads,
            ThreadPriority.BelowNormal,
            () => new SlotwiseLanes<TWorld, TState>(TWorld.Info.DefaultArguments, groups));
}
