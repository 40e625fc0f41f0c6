using Gaia.Worlds.Functions.Forms;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Bbob;

/// <summary>f6 to f14.</summary>
internal static class BbobUnimodal
{
    public static TransformedFunction AttractiveSector(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return Build(
            info,
            seeds,
            instance,
            optimum,
            new AttractiveSectorForm(optimum),
            new LinearStep(seeds.Conditioned(Math.Sqrt(10.0))));
    }

    public static TransformedFunction StepEllipsoid(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        double[] scales = StrictPower.Spread(Math.Sqrt(10.0), seeds.Dimension);
        return new TransformedFunction(
            info,
            instance,
            new StepEllipsoidForm(new LinearStep(seeds.Rotation), seeds.Dimension),
            [new ShiftStep(optimum), new LinearStep(OrthogonalMatrix.ScaleRows(scales, seeds.SecondRotation))],
            [.. optimum],
            seeds.BestValue,
            penalty: 1.0);
    }

    public static TransformedFunction Rosenbrock(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = Array.ConvertAll(seeds.Optimum, value => 0.75 * value);
        return Build(
            info,
            seeds,
            instance,
            optimum,
            new RosenbrockForm(),
            new ScalingStep(Width(seeds.Dimension), seeds.Dimension),
            new ShiftStep(-1.0, seeds.Dimension));
    }

    public static TransformedFunction RosenbrockRotated(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double width = Width(seeds.Dimension);
        double[] rotation = seeds.SecondRotation;
        return new TransformedFunction(
            info,
            instance,
            new RosenbrockForm(),
            [new LinearStep(Array.ConvertAll(rotation, value => width * value), offset: 0.5)],
            [.. OrthogonalMatrix.TurnBack(rotation, seeds.Dimension, 1.0 / (2.0 * width))],
            seeds.BestValue);
    }

    public static TransformedFunction Ellipsoid(FunctionInfo info, BbobSeeds seeds, int instance) => Build(
        info,
        seeds,
        instance,
        seeds.Optimum,
        new EllipsoidForm(1e6, seeds.Dimension),
        new LinearStep(seeds.Rotation),
        new OscillationStep());

    public static TransformedFunction Discus(FunctionInfo info, BbobSeeds seeds, int instance) => Build(
        info, seeds, instance, seeds.Optimum, new DiscusForm(), new LinearStep(seeds.Rotation), new OscillationStep());

    public static TransformedFunction BentCigar(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] rotation = seeds.Rotation;
        return Build(
            info,
            seeds,
            instance,
            seeds.SecondOptimum,
            new CigarForm(),
            new LinearStep(rotation),
            new AsymmetryStep(0.5),
            new LinearStep(rotation));
    }

    public static TransformedFunction SharpRidge(FunctionInfo info, BbobSeeds seeds, int instance) => Build(
        info,
        seeds,
        instance,
        seeds.Optimum,
        new SharpRidgeForm(),
        new LinearStep(seeds.Conditioned(Math.Sqrt(10.0))));

    public static TransformedFunction DifferentPowers(FunctionInfo info, BbobSeeds seeds, int instance) => Build(
        info,
        seeds,
        instance,
        seeds.Optimum,
        new DifferentPowersForm(takesRoot: true),
        new LinearStep(seeds.Rotation));

    /// <summary>How much the Rosenbrock functions are stretched, so that their valley fits the box.</summary>
    internal static double Width(int dimension) => Math.Max(1.0, Math.Sqrt(dimension) / 8.0);

    private static TransformedFunction Build(
        FunctionInfo info,
        BbobSeeds seeds,
        int instance,
        double[] optimum,
        ClosedForm form,
        params ReadOnlySpan<VectorStep> steps) =>
        new(info, instance, form, [new ShiftStep(optimum), .. steps], [.. optimum], seeds.BestValue);
}
