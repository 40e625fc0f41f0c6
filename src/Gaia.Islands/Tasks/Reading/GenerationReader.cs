using System.Collections.Immutable;
using Gaia.Optimizers;
using Gaia.Policies;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Checks what the members of a manifest say together: how much one generation takes.</summary>
/// <remarks>
/// Budget and wall clock are looked at between generations. A generation without a bound of its own would hold every
/// node that joins the task for as long as its publisher likes.
/// </remarks>
internal static class GenerationReader
{
    /// <summary>Most episodes of a generation: each member's, and those of the distribution's mean.</summary>
    internal const long MaxEpisodes = 50_000;

    /// <summary>Refuses a generation that is too long, or longer than the whole budget.</summary>
    /// <param name="root">Where faults go.</param>
    /// <param name="optimizers">Faulty ones are left out: they are reported already.</param>
    /// <param name="fitness">Episodes of a member.</param>
    /// <param name="budget">Episodes in all.</param>
    /// <param name="layout">Null where the policy is faulty; nothing is checked then.</param>
    internal static void Check(
        ObjectReader root,
        ImmutableArray<OptimizerTerms> optimizers,
        FitnessTerms fitness,
        BudgetTerms budget,
        MlpLayout? layout)
    {
        if (layout is null)
            return;
        var members = 0L;
        foreach (var terms in optimizers)
        {
            if (OptimizerCatalog.Validate(terms.Type, terms.Settings, layout.ParameterCount).IsEmpty)
            {
                members = Math.Max(
                    members, OptimizerCatalog.PopulationOf(terms.Type, terms.Settings, layout.ParameterCount));
            }
        }

        if (members == 0)
            return;
        var episodes = (members + 1) * fitness.Episodes;
        var what = $"A generation of {members} members and their mean, {fitness.Episodes} episodes each, "
            + $"takes {episodes} episodes.";
        if (episodes > MaxEpisodes)
        {
            root.Fault(
                $"{root.PathOf("fitness")}.episodes", what,
                $"at most {MaxEpisodes} episodes a generation: 1 to {MaxEpisodes / (members + 1)} "
                + "with this population");
        }

        if (episodes > budget.Evaluations)
        {
            root.Fault(
                $"{root.PathOf("budget")}.evaluations", what,
                $"at least a generation's {episodes} episodes, or a smaller population or fewer fitness.episodes");
        }
    }
}
