using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>Cases with a known answer, and how many wrong answers add up to a return.</summary>
/// <remarks>
/// An answer is one number in [-1, 1], and so is a target; errors are their distance, from 0 to 2. A target is rounded
/// to float32 as an answer is, so that the right answer has no error at all.
/// </remarks>
internal interface ISampleSet
{
    static abstract WorldInfo Info { get; }

    /// <summary>Cases in an episode, in an order that is always the same.</summary>
    static abstract int Cases { get; }

    /// <summary>Whether cases are drawn, in each episode anew.</summary>
    static abstract bool IsDrawn { get; }

    /// <summary>Answers that are off by less than this are counted as right.</summary>
    static abstract double Tolerance { get; }

    /// <summary>Writes the inputs of a case and returns its target.</summary>
    /// <param name="index">0 to Cases - 1; each is asked for once, in this order.</param>
    /// <param name="random">The episode's; of no use where no cases are drawn.</param>
    /// <param name="inputs">The observation; overwritten.</param>
    static abstract float Present(int index, ref NumpyGenerator random, Span<float> inputs);

    /// <summary>The return of an episode.</summary>
    /// <param name="error">Sum of the errors.</param>
    /// <param name="right">Number of right answers.</param>
    static abstract double Score(double error, int right);
}
