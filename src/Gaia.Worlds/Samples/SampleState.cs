using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>The case that waits for an answer, and how the answers before it were.</summary>
internal struct SampleState
{
    public NumpyGenerator Random;

    /// <summary>Cases that have been answered.</summary>
    public int Answered;

    /// <summary>Of the case that waits, in [-1, 1].</summary>
    public float Target;

    /// <summary>Sum of the errors so far.</summary>
    public double Error;

    /// <summary>Right answers so far.</summary>
    public int Right;
}
