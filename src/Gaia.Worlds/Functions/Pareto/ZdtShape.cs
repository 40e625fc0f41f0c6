using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Pareto;

/// <summary>The second objective of the ZDT functions over the first, both as shares of the distance g.</summary>
internal static class ZdtShape
{
    /// <summary>h(f1, g), whose product with g is the second objective.</summary>
    public static double Height(ZdtKind kind, double first, double distance)
    {
        double share = first / distance;
        return kind switch
        {
            ZdtKind.Concave => 1.0 - (share * share),
            ZdtKind.Pieces => 1.0 - Math.Sqrt(share) - (share * StrictMath.Sin(10.0 * Math.PI * first)),
            _ => 1.0 - Math.Sqrt(share),
        };
    }
}
