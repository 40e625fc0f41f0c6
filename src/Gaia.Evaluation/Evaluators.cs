namespace Gaia.Evaluation;

/// <summary>Makes the evaluator that fits a problem.</summary>
public static class Evaluators
{
    /// <summary>Most threads of one evaluator.</summary>
    public const int MaxThreads = 1024;

    /// <summary>An evaluator with threads of its own.</summary>
    /// <param name="problem">A world or a function of the catalogs and a layout that fits it.</param>
    /// <param name="threads">1 to <see cref="MaxThreads"/>.</param>
    /// <param name="form">Changes nothing but the speed; functions have but one.</param>
    /// <param name="priority">Of the threads. Below normal, by default, keeps a node's network answering while every
    /// core evaluates. Windows honours it; on Linux the runtime leaves thread priorities alone.</param>
    /// <exception cref="ArgumentException">The problem does not hold; <see cref="EvaluationProblem.Validate"/> names
    /// each error.</exception>
    public static IEvaluator Create(
        EvaluationProblem problem,
        int threads,
        EvaluationForm form = EvaluationForm.Simd,
        ThreadPriority priority = ThreadPriority.BelowNormal)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (ProblemWorld.TryFind(problem.WorldId, out var world) && world.Function is not null)
            return new FunctionEvaluator(problem, threads, priority);
        return form switch
        {
            EvaluationForm.Scalar => new ScalarEvaluator(problem, threads, priority),
            EvaluationForm.Simd => new SimdEvaluator(problem, threads, priority),
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }

    /// <summary>A form as reports name it.</summary>
    public static string NameOf(EvaluationForm form) => form switch
    {
        EvaluationForm.Scalar => "scalar",
        EvaluationForm.Simd => "simd",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };
}
