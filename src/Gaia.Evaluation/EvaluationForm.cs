namespace Gaia.Evaluation;

/// <summary>Which form of a world runs. In reports: <c>scalar</c>, <c>simd</c>. Their results are the same bits.
/// </summary>
public enum EvaluationForm
{
    /// <summary>One episode at a time on a thread: the reference.</summary>
    Scalar,

    /// <summary>Eight episodes in the lanes of a thread, or several times eight.</summary>
    Simd,
}
