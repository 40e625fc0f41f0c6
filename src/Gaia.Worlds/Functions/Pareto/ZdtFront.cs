namespace Gaia.Worlds.Functions.Pareto;

/// <summary>The Pareto front of a ZDT function: where the distance g is 1.</summary>
/// <remarks>Zitzler, Deb and Thiele, "Comparison of Multiobjective Evolutionary Algorithms: Empirical Results" (2000).
/// </remarks>
internal sealed class ZdtFront(ZdtKind kind, int dimension) : ParetoFront(dimension, objectives: 2)
{
    /// <summary>Where the five pieces of ZDT3's front begin and end on the first objective.</summary>
    private static readonly (double From, double To)[] Pieces =
    [
        (0.0, 0.0830015349),
        (0.1822287280, 0.2577623634),
        (0.4093136748, 0.4538821041),
        (0.6183967944, 0.6525117038),
        (0.8233317983, 0.8518328654),
    ];

    private protected override void Place(ReadOnlySpan<double> position, Span<double> x)
    {
        x.Clear();
        double along = Math.Clamp(position[0], 0.0, 1.0);
        x[0] = kind == ZdtKind.Pieces ? AlongPieces(along) : along;
    }

    private protected override double Measure(ReadOnlySpan<double> objectives) =>
        objectives[1] - ZdtShape.Height(kind, objectives[0], distance: 1.0);

    private static double AlongPieces(double along)
    {
        double left = along * Pieces.Sum(piece => piece.To - piece.From);
        foreach ((double from, double to) in Pieces)
        {
            if (left <= to - from)
                return from + left;
            left -= to - from;
        }

        return Pieces[^1].To;
    }
}
