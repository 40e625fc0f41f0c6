using Gaia.Evaluation;

namespace Gaia.Node.Tasks;

/// <summary>The form of the worlds that this node evaluates.</summary>
internal static class NodeForm
{
    /// <summary>The fastest one; its scores are those of the reference, bit for bit.</summary>
    public const EvaluationForm InUse = EvaluationForm.Simd;

    /// <summary>As status and metrics show it.</summary>
    public static string Name => Evaluators.NameOf(InUse);
}
