namespace Gaia.Worlds.Functions.Bbob;

/// <summary>What an instance of a BBOB function is drawn from.</summary>
/// <remarks>COCO's src/suite_bbob.c: the seed is the function's number plus 10,000 times the instance, with 3 for f4
/// and 17 for f18, which share draws with f3 and f17.</remarks>
internal sealed class BbobSeeds
{
    private const long InstanceStride = 10_000;
    private const long RotationStride = 1_000_000;
    private readonly long _seed;

    public BbobSeeds(int function, int dimension, int instance)
    {
        Dimension = dimension;
        _seed = (InstanceStride * instance) + function switch { 4 => 3, 18 => 17, _ => function };
        BestValue = BbobDraws.BestValue(_seed);
    }

    public int Dimension { get; }

    /// <summary>The base of the instance's draws.</summary>
    public long Base => _seed;

    /// <summary>fopt.</summary>
    public double BestValue { get; }

    /// <summary>xopt of most functions.</summary>
    public double[] Optimum => BbobDraws.Optimum(_seed, Dimension);

    /// <summary>xopt of f12, which is drawn where the rotation is.</summary>
    public double[] SecondOptimum => BbobDraws.Optimum(_seed + RotationStride, Dimension);

    /// <summary>R of the definitions.</summary>
    public double[] Rotation => OrthogonalMatrix.FromSeed(_seed + RotationStride, Dimension);

    /// <summary>Q of the definitions.</summary>
    public double[] SecondRotation => OrthogonalMatrix.FromSeed(_seed, Dimension);

    /// <summary>R diagonal(root^(i / (n - 1))) Q.</summary>
    public double[] Conditioned(double root) =>
        OrthogonalMatrix.Join(Rotation, StrictPower.Spread(root, Dimension), SecondRotation);
}
