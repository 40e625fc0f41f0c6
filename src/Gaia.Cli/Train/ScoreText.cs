using Gaia.Cli.Terminals;
using Gaia.Evaluation;
using Gaia.Worlds.Functions;

namespace Gaia.Cli.Train;

/// <summary>The score of a run as a person reads it.</summary>
internal static class ScoreText
{
    private const double FixedPointStep = 1e-6;
    private const int Decimals = 6;

    /// <summary>The two held-out scores; for a function, the value found and how far the best one is.</summary>
    public static string HeldOut(EvaluationProblem problem, TrainResult result)
    {
        if (result.Score is not { } score) return "no elite";
        return FunctionCatalog.TryFind(problem.WorldId, out _)
            ? Found(FunctionCatalog.Create(problem.WorldId, problem.Arguments), -score)
            : $"held-out {Numbers.Exact(score)}, second 100 {Numbers.Exact(result.Rescore)}";
    }

    /// <summary>Value and distance; scores are kept in millionths, so that a smaller distance is not known.</summary>
    private static string Found(FunctionInstance function, double value)
    {
        string text = "value " + Numbers.Value(value);
        if (function.Optimum is not { } optimum) return text;
        double distance = Math.Round(value - optimum.Value, Decimals);
        string above = distance <= 0
            ? $"less than {Numbers.Distance(FixedPointStep)}"
            : Numbers.Distance(distance);
        return $"{text}, {above} above the best";
    }
}
