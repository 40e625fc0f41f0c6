using Gaia.Worlds.Functions.Forms;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Bbob;

/// <summary>f20 to f24, whose valleys have little order.</summary>
internal static class BbobWeak
{
    /// <summary>Where the Schwefel function's chain rests: 2 |xopt| as the definition rounds it.</summary>
    private const double SchwefelCentre = 4.2096874637;

    /// <summary>2 |x| at the least value.</summary>
    private const double SchwefelBest = 4.2096874633;

    public static TransformedFunction Schwefel(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        int dimension = seeds.Dimension;
        var signs = new double[dimension];
        BbobDraws.Uniform(seeds.Base, signs);
        for (int i = 0; i < dimension; i++)
            signs[i] = signs[i] < 0.5 ? -1.0 : 1.0;
        return new TransformedFunction(
            info,
            instance,
            new SchwefelForm(),
            [
                new ScalingStep(Array.ConvertAll(signs, sign => 2.0 * sign)),
                new NeighbourStep(SchwefelCentre),
                new ShiftStep(SchwefelCentre, dimension),
                new ScalingStep(StrictPower.Spread(Math.Sqrt(10.0), dimension)),
                new ShiftStep(-SchwefelCentre, dimension),
                new ScalingStep(100.0, dimension),
            ],
            [.. signs.Select(sign => sign * 0.5 * SchwefelBest)],
            seeds.BestValue);
    }

    public static TransformedFunction Gallagher101(FunctionInfo info, BbobSeeds seeds, int instance) =>
        Gallagher(info, seeds, instance, peaks: 101);

    public static TransformedFunction Gallagher21(FunctionInfo info, BbobSeeds seeds, int instance) =>
        Gallagher(info, seeds, instance, peaks: 21);

    public static TransformedFunction Katsuura(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        double[] optimum = seeds.Optimum;
        return new TransformedFunction(
            info,
            instance,
            new KatsuuraForm(seeds.Dimension),
            [new ShiftStep(optimum), new LinearStep(seeds.Conditioned(Math.Sqrt(100.0)))],
            [.. optimum],
            seeds.BestValue,
            penalty: 1.0);
    }

    public static TransformedFunction Lunacek(FunctionInfo info, BbobSeeds seeds, int instance)
    {
        int dimension = seeds.Dimension;
        double[] signs = Array.ConvertAll(
            BbobDraws.Gaussian(seeds.Base, dimension), value => value < 0.0 ? -1.0 : 1.0);
        double[] scales = StrictPower.Spread(Math.Sqrt(100.0), dimension);
        var first = new LinearStep(OrthogonalMatrix.ScaleRows(scales, seeds.SecondRotation));
        return new TransformedFunction(
            info,
            instance,
            new LunacekForm((first, new LinearStep(seeds.Rotation)), dimension),
            [new ScalingStep(Array.ConvertAll(signs, sign => 2.0 * sign))],
            [.. signs.Select(sign => sign * 0.5 * LunacekForm.Centre)],
            seeds.BestValue,
            penalty: 1e4);
    }

    private static TransformedFunction Gallagher(FunctionInfo info, BbobSeeds seeds, int instance, int peaks)
    {
        double[] rotation = seeds.SecondRotation;
        (GallagherPeak[] drawn, double[] best) = GallagherPeaks.Draw(seeds, rotation, peaks);
        return new TransformedFunction(
            info,
            instance,
            new GallagherForm(drawn),
            [new LinearStep(rotation)],
            [.. best],
            seeds.BestValue,
            penalty: 1.0);
    }
}
