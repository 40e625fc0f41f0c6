using Gaia.Worlds.Functions.Forms;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Bbob;

/// <summary>f15 to f19.</summary>
internal static class BbobMultimodal
{
    public static TransformedFunction Rastrigin(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return new TransformedFunction(
            info,
            instance,
            new RastriginForm(),
            [
                new ShiftStep(optimum),
                new LinearStep(seeds.Rotation),
                new OscillationStep(),
                new AsymmetryStep(0.2),
                new LinearStep(seeds.Conditioned(Math.Sqrt(10.0))),
            ],
            [.. optimum],
            seeds.BestValue);
    }

    public static TransformedFunction Weierstrass(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return new TransformedFunction(
            info,
            instance,
            new WeierstrassForm(),
            [
                new ShiftStep(optimum),
                new LinearStep(seeds.Rotation),
                new OscillationStep(),
                new LinearStep(seeds.Conditioned(1.0 / Math.Sqrt(100.0))),
            ],
            [.. optimum],
            seeds.BestValue,
            penalty: 10.0 / seeds.Dimension);
    }

    public static TransformedFunction Schaffers(FunctionInfo info, BbobSeeds seeds, int instance) =>
        Schaffers(info, seeds, instance, condition: 10.0);

    public static TransformedFunction SchaffersSteep(FunctionInfo info, BbobSeeds seeds, int instance) =>
        Schaffers(info, seeds, instance, condition: 1000.0);

    public static TransformedFunction GriewankRosenbrock(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double width = BbobUnimodal.Width(seeds.Dimension);
        double[] stretched = Array.ConvertAll(seeds.SecondRotation, value => value * width);
        double[] optimum = OrthogonalMatrix.TurnBack(stretched, seeds.Dimension, 1.0 / (2.0 * width * width));
        return new TransformedFunction(
            info,
            instance,
            new GriewankRosenbrockForm(),
            [new LinearStep(stretched), new ShiftStep(-0.5, seeds.Dimension)],
            [.. optimum],
            seeds.BestValue);
    }

    private static TransformedFunction Schaffers(FunctionInfo info, BbobSeeds seeds, int instance, double condition)
    {
        double[] optimum = seeds.Optimum;
        double[] scales = StrictPower.Spread(Math.Sqrt(condition), seeds.Dimension);
        return new TransformedFunction(
            info,
            instance,
            new SchaffersForm(),
            [
                new ShiftStep(optimum),
                new LinearStep(seeds.Rotation),
                new AsymmetryStep(0.5),
                new LinearStep(OrthogonalMatrix.ScaleRows(scales, seeds.SecondRotation)),
            ],
            [.. optimum],
            seeds.BestValue,
            penalty: 10.0);
    }
}
