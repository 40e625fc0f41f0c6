namespace Gaia.Islands.Scoring;

/// <summary>Scores as whole millionths of a reward unit: what is announced, compared and stored.</summary>
/// <remarks>
/// Two nodes agree on a score when these integers are equal. The mean is multiplied by 10^6 in double and that product
/// is rounded half to even: both steps are exact IEEE operations, the same everywhere.
/// </remarks>
public static class FixedPointScore
{
    /// <summary>Millionths in one reward unit.</summary>
    public const long MicrosPerUnit = 1_000_000;

    /// <summary>Largest magnitude of a score, in micros: 10^9 reward units.</summary>
    /// <value>Far above any return here, and such that doubles still hold every micro exactly.</value>
    public const long MaxMagnitude = 1_000_000_000 * MicrosPerUnit;

    /// <summary>The score of a mean return.</summary>
    /// <param name="meanReturn">In reward units.</param>
    /// <param name="micros">In 1e-6 reward units; 0 when refused.</param>
    /// <returns>False for NaN, infinities and magnitudes above <see cref="MaxMagnitude"/>: such a mean is no score.
    /// </returns>
    public static bool TryFromMean(double meanReturn, out long micros)
    {
        var scaled = Math.Round(meanReturn * MicrosPerUnit, MidpointRounding.ToEven);
        if (!(Math.Abs(scaled) <= MaxMagnitude))
        {
            micros = 0;
            return false;
        }

        micros = (long)scaled;
        return true;
    }

    /// <summary>The score of a mean return that is known to be one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">See <see cref="TryFromMean"/>.</exception>
    public static long FromMean(double meanReturn) => TryFromMean(meanReturn, out var micros)
        ? micros
        : throw new ArgumentOutOfRangeException(nameof(meanReturn), meanReturn, "No score fits this mean return.");

    /// <summary>True for a value that a score can have.</summary>
    public static bool IsScore(long micros) => micros is >= -MaxMagnitude and <= MaxMagnitude;

    /// <summary>The score in reward units.</summary>
    public static double ToReturn(long micros) => (double)micros / MicrosPerUnit;
}
