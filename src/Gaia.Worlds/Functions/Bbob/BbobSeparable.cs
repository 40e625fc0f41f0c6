using Gaia.Worlds.Functions.Forms;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Bbob;

/// <summary>f1 to f5.</summary>
internal static class BbobSeparable
{
    public static TransformedFunction Sphere(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return new TransformedFunction(
            info, instance, new SphereForm(), [new ShiftStep(optimum)], [.. optimum], seeds.BestValue);
    }

    public static TransformedFunction Ellipsoid(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return new TransformedFunction(
            info,
            instance,
            new EllipsoidForm(1e6, seeds.Dimension),
            [new ShiftStep(optimum), new OscillationStep()],
            [.. optimum],
            seeds.BestValue);
    }

    public static TransformedFunction Rastrigin(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return new TransformedFunction(
            info,
            instance,
            new RastriginForm(),
            [
                new ShiftStep(optimum),
                new OscillationStep(),
                new AsymmetryStep(0.2),
                new ScalingStep(StrictPower.Spread(Math.Sqrt(10.0), seeds.Dimension)),
            ],
            [.. optimum],
            seeds.BestValue);
    }

    public static TransformedFunction BuecheRastrigin(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        for (int i = 0; i < optimum.Length; i += 2)
            optimum[i] = Math.Abs(optimum[i]);
        return new TransformedFunction(
            info,
            instance,
            new RastriginForm(),
            [new ShiftStep(optimum), new OscillationStep(), new SkewStep(seeds.Dimension)],
            [.. optimum],
            seeds.BestValue,
            penalty: 100.0);
    }

    public static TransformedFunction LinearSlope(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] corner = Array.ConvertAll(seeds.Optimum, value => value < 0.0 ? info.LowerBound : info.UpperBound);
        return new TransformedFunction(
            info, instance, new LinearSlopeForm(corner), [], [.. corner], seeds.BestValue);
    }
}
