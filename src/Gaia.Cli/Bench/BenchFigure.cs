using Gaia.Worlds;

namespace Gaia.Cli.Bench;

/// <summary>One figure to measure.</summary>
internal sealed record BenchFigure(WorldInfo World, string Workload, string Form);
