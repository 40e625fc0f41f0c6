using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Demo;

/// <summary>Has every node itself confirmed one and the same elite?</summary>
internal static class DemoVerdict
{
    /// <summary>The best elite that all nodes have re-evaluated and found to solve the task; null if none.</summary>
    public static EliteView? Find(IReadOnlyList<DemoNodeView> nodes)
    {
        if (nodes.Any(node => node.Task is null)) return null;
        return nodes[0].Task!.Elites
            .Where(elite => elite.Confirmed)
            .Where(elite => nodes.All(node => node.Task!.Elites.Any(other => Agrees(elite, other))))
            .OrderByDescending(elite => elite.Score)
            .FirstOrDefault();
    }

    private static bool Agrees(EliteView one, EliteView other) =>
        other.Confirmed
        && string.Equals(one.EliteId, other.EliteId, StringComparison.Ordinal)
        && one.Score.Equals(other.Score);
}
