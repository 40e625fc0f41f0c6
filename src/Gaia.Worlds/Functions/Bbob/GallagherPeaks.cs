using Gaia.Worlds.Functions.Forms;

namespace Gaia.Worlds.Functions.Bbob;

/// <summary>Draws the peaks of f21 and f22.</summary>
/// <remarks>
/// COCO's src/f_gallagher.c. The best peak has condition sqrt(1000) among 101 and 1000 among 21; the others share out
/// 1000^(i / (peaks - 2)) in random order, each with its own order of axes. Centres fill [-5, 5] (21 peaks:
/// [-4.9, 4.9]), the best one's is drawn in by a fifth.
/// </remarks>
internal static class GallagherPeaks
{
    private const double Condition = 1000.0;
    private const double BestHeight = 10.0;
    private const double LeastHeight = 1.1;
    private const double GreatestHeight = 9.1;
    private const double DrawnIn = 0.8;
    private const long PeakStride = 1000;

    /// <summary>The peaks, the best one first, in turned coordinates; and the best one's place in plain ones.</summary>
    /// <param name="seeds">The instance's.</param>
    /// <param name="rotation">What turns the coordinates.</param>
    /// <param name="count">21 or 101.</param>
    public static (GallagherPeak[] Peaks, double[] Best) Draw(BbobSeeds seeds, double[] rotation, int count)
    {
        int dimension = seeds.Dimension;
        double[] conditions = Conditions(seeds, count);
        double half = count == 101 ? 5.0 : 4.9;
        var places = new double[dimension * count];
        BbobDraws.Uniform(seeds.Base, places);
        var peaks = new GallagherPeak[count];
        for (int peak = 0; peak < count; peak++)
        {
            Span<double> place = places.AsSpan(peak * dimension, dimension);
            foreach (ref double coordinate in place)
                coordinate = (2.0 * half * coordinate) - half;
            double height = peak == 0
                ? BestHeight
                : ((peak - 1.0) / (count - 2.0) * (GreatestHeight - LeastHeight)) + LeastHeight;
            double[] centre = Turn(rotation, place, peak == 0 ? DrawnIn : 1.0);
            peaks[peak] = new GallagherPeak(
                height, centre, Scales(conditions[peak], seeds.Base + (PeakStride * peak), dimension));
        }

        return (peaks, [.. places.Take(dimension).Select(coordinate => DrawnIn * coordinate)]);
    }

    private static double[] Conditions(BbobSeeds seeds, int count)
    {
        int[] order = RandomOrder(seeds.Base, count - 1);
        var conditions = new double[count];
        conditions[0] = count == 101 ? Math.Sqrt(Condition) : Condition;
        for (int peak = 1; peak < count; peak++)
            conditions[peak] = StrictPower.Of(Condition, order[peak - 1] / (count - 2.0));
        return conditions;
    }

    private static double[] Scales(double condition, long seed, int dimension)
    {
        int[] order = RandomOrder(seed, dimension);
        var scales = new double[dimension];
        for (int i = 0; i < dimension; i++)
            scales[i] = StrictPower.Of(condition, (order[i] / (dimension - 1.0)) - 0.5);
        return scales;
    }

    /// <summary>Indices in the order of what they drew.</summary>
    private static int[] RandomOrder(long seed, int count)
    {
        var values = new double[count];
        BbobDraws.Uniform(seed, values);
        return [.. Enumerable.Range(0, count).OrderBy(index => values[index])];
    }

    private static double[] Turn(double[] rotation, ReadOnlySpan<double> place, double factor)
    {
        var turned = new double[place.Length];
        for (int row = 0; row < turned.Length; row++)
        {
            double sum = 0.0;
            for (int column = 0; column < turned.Length; column++)
                sum += rotation[(row * turned.Length) + column] * place[column];
            turned[row] = sum * factor;
        }

        return turned;
    }
}
