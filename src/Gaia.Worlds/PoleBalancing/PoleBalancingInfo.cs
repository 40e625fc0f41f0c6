using System.Collections.Immutable;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>Sizes, horizons and sources of the pole balancing worlds.</summary>
internal static class PoleBalancingInfo
{
    /// <summary>Steps that count as balanced for good: about half an hour.</summary>
    private const int LongHorizonSteps = 100_000;

    /// <summary>Steps of an evaluation by Gruau's fitness, and of each start of the generalisation test.</summary>
    public const int ShortHorizonSteps = 1000;

    private const string Paper =
        "Gomez, Schmidhuber and Miikkulainen, \"Accelerated Neural Evolution through Cooperatively Coevolved " +
        "Synapses\", JMLR 9 (2008), https://www.jmlr.org/papers/v9/gomez08a.html";

    private const string GruauPaper =
        "Gruau, Whitley and Pyeatt, \"A Comparison between Cellular Encoding and Direct Encoding for Genetic Neural " +
        "Networks\", Genetic Programming 1996; " + Paper;

    private const string Equations = "Equations of Wieland (1991), fourth-order Runge-Kutta at 0.01 s";

    private static readonly ValueRange Place = ValueRange.Within(1f);
    private static readonly ValueRange Speed = ValueRange.Unbounded;
    private static readonly ValueRange Lean =
        ValueRange.Within((float)(2 * PoleLimits.DoublePoleAngle / PoleLimits.AngleScale));

    public static WorldInfo Single { get; } = Create(
        "pole-single", [Place, Speed, Lean, Speed], LongHorizonSteps, LongHorizonSteps, Paper,
        "Balance a pole on a cart by a force of any strength; position, angle and their velocities are seen.");

    public static WorldInfo Double { get; } = Create(
        "pole-double", [Place, Speed, Lean, Speed, Lean, Speed], LongHorizonSteps, LongHorizonSteps, Paper,
        "Balance a long and a short pole on one cart; positions, angles and their velocities are seen.");

    // No score is published: success is told by the two worlds below. The 0.5 is ours; it asks for 100 last steps that
    // stay, added over position, angle and velocities, within 0.017 of rest on average.
    public static WorldInfo Damped { get; } = Create(
        "pole-double-no-velocities", [Place, Lean, Lean], ShortHorizonSteps, 0.5, GruauPaper,
        "Balance two poles without seeing velocities; the return is Gruau's fitness, which asks for calm.");

    public static WorldInfo Long { get; } = Create(
        "pole-double-no-velocities-long", [Place, Lean, Lean], LongHorizonSteps, LongHorizonSteps, Paper,
        "Balance two poles without seeing velocities for 100,000 steps: the first test of a solution.");

    // A start passed is worth 1: the published rule asks for 200 of the 625.
    public static WorldInfo Starts { get; } = Create(
        "pole-double-no-velocities-starts", [Place, Lean, Lean], ShortHorizonSteps, 200.0 / 625, GruauPaper,
        "Balance two poles without seeing velocities for 1000 steps from the start that the seed names, 0 to 624; 1 " +
        "for a start passed, 0 for a fall.")
        with { IsSeeded = true };

    private static WorldInfo Create(
        string id, ImmutableArray<ValueRange> views, int horizonSteps, double solvedScore, string paper,
        string description) => new()
        {
            Id = id,
            Group = WorldGroup.Neuroevolution,
            ObservationSize = views.Length,
            ObservationBounds = views,
            ActionKind = ActionKind.Continuous,
            ActionSize = 1,
            ActionBounds = [ValueRange.Within(1f)],
            HorizonSteps = horizonSteps,
            IsSeeded = false,
            SolvedScore = solvedScore,
            Source = Equations,
            Reference = paper,
            Description = description,
        };
}
