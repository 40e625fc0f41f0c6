using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Tests;

/// <summary>Ids and elites with a number for a name.</summary>
internal static class Sample
{
    internal static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    internal static TaskId Task { get; } = new(Hash256.Sha256("task"u8));

    internal static NodeId Node(int number) => new(Digest("node", number));

    internal static EliteId EliteId(int number) => new(Digest("elite", number));

    internal static Elite Elite(int number, double score, int origin = 0) => new()
    {
        Id = EliteId(number),
        Task = Task,
        Genome = [number],
        ScoreMicros = Scoring.Micros(score),
        Parents = [],
        Origin = Node(origin),
        Optimizer = "cma_es",
        Generation = number,
        Created = Noon,
        Source = EliteSource.Local,
        OperatorName = EliteOperator.Mean,
    };

    private static Hash256 Digest(string kind, int number) =>
        Hash256.Sha256(System.Text.Encoding.UTF8.GetBytes($"{kind} {number}"));

    private static class Scoring
    {
        internal static long Micros(double score) => Islands.Scoring.FixedPointScore.FromMean(score);
    }
}
