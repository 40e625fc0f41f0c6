using System.Globalization;
using Gaia.Core.Random;

namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Samples of a formula; the return is minus the sum of the absolute errors.</summary>
/// <remarks>
/// That sum is Koza's raw fitness ("Genetic Programming", 1992, section 10.2) and that of most papers that the formulas
/// come from. Variables are observed as they are; an answer times <see cref="IFormula.Scale"/> is the predicted value.
/// A regular grid is walked with the last variable fastest; drawn points take variable after variable from the
/// generator.
/// </remarks>
internal readonly struct FormulaSet<TFormula> : ISampleSet
    where TFormula : struct, IFormula
{
    public static WorldInfo Info { get; } = new()
    {
        Id = TFormula.Id,
        Group = WorldGroup.Neuroevolution,
        ObservationSize = TFormula.Variables,
        ObservationBounds =
            [.. Enumerable.Repeat(new ValueRange((float)TFormula.Low, (float)TFormula.High), TFormula.Variables)],
        ActionKind = ActionKind.Continuous,
        ActionSize = 1,
        ActionBounds = [ValueRange.Within(1f)],
        HorizonSteps = TFormula.Cases,
        IsSeeded = IsDrawn,
        SolvedScore = -(TFormula.SolvedMeanError * TFormula.Cases),
        Source = string.Create(CultureInfo.InvariantCulture, $"-(sum of |{TFormula.Scale} a - f|) over ") +
            (IsDrawn ? "points drawn by the seed" : "a regular grid"),
        Reference = TFormula.Reference,
        Description = $"Approximate {TFormula.Text}.",
    };

    public static int Cases => TFormula.Cases;

    public static bool IsDrawn => TFormula.Spacing.Equals(0.0);

    public static double Tolerance => TFormula.SolvedMeanError / TFormula.Scale;

    public static float Present(int index, ref NumpyGenerator random, Span<float> inputs)
    {
        SamplePoint at = default;
        if (IsDrawn)
            Draw(ref random, ref at);
        else
            PlaceOnGrid(index, ref at);
        for (int i = 0; i < TFormula.Variables; i++)
            inputs[i] = (float)at[i];
        return (float)(TFormula.Value(in at) / TFormula.Scale);
    }

    public static double Score(double error, int right) => 0.0 - (TFormula.Scale * error);

    private static void Draw(ref NumpyGenerator random, ref SamplePoint at)
    {
        for (int i = 0; i < TFormula.Variables; i++)
            at[i] = random.Uniform(TFormula.Low, TFormula.High);
    }

    private static void PlaceOnGrid(int index, ref SamplePoint at)
    {
        int side = (int)(((TFormula.High - TFormula.Low) / TFormula.Spacing) + 1.5);
        for (int i = TFormula.Variables - 1; i >= 0; i--)
        {
            at[i] = TFormula.Low + (index % side * TFormula.Spacing);
            index /= side;
        }
    }
}
