using Gaia.Cli.Terminals;

namespace Gaia.Cli.Demo;

/// <summary>The end of a demo for a person: what happened, and what to try next.</summary>
internal static class DemoReport
{
    public static IEnumerable<string> Lines(DemoResult result)
    {
        yield return "";
        if (!result.Solved)
        {
            yield return $"not solved after {Numbers.Duration(result.Seconds)}: no elite that all nodes confirmed";
            yield return Work(result);
            yield return "try: gaianode demo --limit 1200";
            yield break;
        }

        yield return $"LunarLander-v3 solved in {Numbers.Duration(result.Seconds)}: elite "
            + $"{Numbers.Short(result.EliteId!)} scores {Numbers.Score(result.Score)} on its 100 held-out episodes "
            + $"and {Numbers.Score(result.Rescore)} on another 100, re-evaluated by all three nodes";
        yield return Work(result);
        if (result.Policy is null) yield break;
        string file = Path.GetRelativePath(Environment.CurrentDirectory, result.Policy);
        yield return $"policy: {file}";
        yield return "";
        yield return "next:";
        yield return $"  gaianode evaluate {file} --seeds 1000000..1000099   score it on seeds of your choice";
        yield return "  gaianode demo --keep                                leave the swarm running";
        yield return "  gaianode run                                        run a node of your own";
    }

    private static string Work(DemoResult result) =>
        $"{Numbers.Count(result.Evaluations)} evaluations, {Numbers.Count(result.EnvironmentSteps)} environment steps";
}
