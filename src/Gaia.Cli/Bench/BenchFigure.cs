using Gaia.Evaluation;
using Gaia.Worlds;

namespace Gaia.Cli.Bench;

/// <summary>One figure to measure.</summary>
internal sealed record BenchFigure(WorldInfo World, BenchmarkWorkload Workload, EvaluationForm Form, int Threads)
{
    /// <summary>Every workload that a world has, in each of the forms, with each count of threads.</summary>
    public static IEnumerable<BenchFigure> Of(
        WorldInfo world, IReadOnlyList<EvaluationForm> forms, IReadOnlyList<int> threads) =>
        from workload in Enum.GetValues<BenchmarkWorkload>()
        where WorldBenchmark.Has(world.Id, workload)
        from form in forms
        from count in threads
        select new BenchFigure(world, workload, form, count);
}
