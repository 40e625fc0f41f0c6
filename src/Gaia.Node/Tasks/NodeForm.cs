namespace Gaia.Node.Tasks;

/// <summary>The form of the worlds that this node evaluates.</summary>
internal static class NodeForm
{
    /// <summary>One episode at a time on each thread: the judge of every score.</summary>
    public const string Scalar = "scalar";
}
