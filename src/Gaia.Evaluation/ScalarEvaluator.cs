using Gaia.Evaluation.Episodes;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>The reference evaluator: one episode at a time on each of its threads.</summary>
public sealed class ScalarEvaluator : EpisodeEvaluator
{
    /// <summary>An evaluator with its own threads.</summary>
    /// <param name="problem">A world of the catalog and a layout that fits it.</param>
    /// <param name="threads">1 to <see cref="Evaluators.MaxThreads"/>.</param>
    /// <param name="priority">Of the threads; see <see cref="Evaluators.Create"/>.</param>
    /// <exception cref="ArgumentException">The problem does not hold; <see cref="EvaluationProblem.Validate"/> names
    /// each error.</exception>
    public ScalarEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority = ThreadPriority.BelowNormal)
        : this(problem, threads, priority, WorldCatalog.Visit(Checked(problem).WorldId, new WorkerBinder(problem)))
    {
    }

    private ScalarEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority, Func<EpisodeWorker> newWorker)
        : base(problem, threads, priority, newWorker)
    {
    }

    /// <inheritdoc/>
    public override string Form => Evaluators.NameOf(EvaluationForm.Scalar);

    /// <summary>An evaluator for a world outside the catalog.</summary>
    internal static ScalarEvaluator For<TWorld, TState>(MlpLayout layout, int threads)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged =>
        new(
            new EvaluationProblem(TWorld.Info.Id, layout),
            threads,
            ThreadPriority.BelowNormal,
            () => new ScalarWorker<TWorld, TState>(layout, TWorld.Info.DefaultArguments));

    private sealed class WorkerBinder(EvaluationProblem problem) : IWorldVisitor<Func<EpisodeWorker>>
    {
        public Func<EpisodeWorker> Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged => () => new ScalarWorker<TWorld, TState>(problem.Layout, problem.Arguments);
    }
}
