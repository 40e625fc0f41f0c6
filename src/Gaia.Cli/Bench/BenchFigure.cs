using Gaia.Evaluation;
using Gaia.Worlds;

namespace Gaia.Cli.Bench;

/// <summary>One figure to measure.</summary>
internal sealed record BenchFigure(WorldInfo World, BenchmarkWorkload Workload, EvaluationForm Form)
{
    /// <summary>Every workload that a world has, in each of the forms.</summary>
    public static IEnumerable<BenchFigure> Of(WorldInfo world, IReadOnlyList<EvaluationForm> forms) =>
        from workload in Enum.GetValues<BenchmarkWorkload>()
        where WorldBenchmark.Has(world.Id, workload)
        from form in forms
        select new BenchFigure(world, workload, form);
}
