using Gaia.Islands.Scoring;
using Gaia.Policies;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the terms of a manifest that are plain numbers and choices.</summary>
internal static class TermsReader
{
    private const int MinGenomeBytes = sizeof(float);
    private const int MaxGenomeBytes = PolicyLimits.MaxParameters * sizeof(float);
    private const long MaxEvaluations = 1_000_000_000_000;
    private const long MaxEnvironmentSteps = 1_000_000_000_000_000;
    private const long MaxWallSeconds = 30 * 86_400;
    private const double MaxScore = FixedPointScore.MaxMagnitude / FixedPointScore.MicrosPerUnit;
    private const double MaxMargin = 1_000_000;

    /// <summary>By default one episode where all of them are the same: of a function.</summary>
    internal static FitnessTerms Fitness(ObjectReader fitness, WorldChoice? world)
    {
        var defaults = world?.World.Function is null ? new FitnessTerms() : new FitnessTerms { Episodes = 1 };
        var terms = new FitnessTerms
        {
            Episodes = (int)fitness.Integer("episodes", defaults.Episodes, 1, 1000),
            Reseed = fitness.Choice("reseed", defaults.Reseed, FitnessTerms.EachGeneration),
        };
        fitness.Finish();
        return terms;
    }

    internal static SolvedTerms Solved(ObjectReader solved, WorldChoice? world)
    {
        var usual = world?.World.SolvedScore(world.Arguments) ?? 0;
        var terms = new SolvedTerms
        {
            Score = solved.Number("score", usual, -MaxScore, MaxScore),
            Margin = solved.Number("margin", 0, 0, MaxMargin),
            Episodes = (int)solved.Integer("episodes", HeldOutSeeds.Count, HeldOutSeeds.Count, HeldOutSeeds.Count),
        };
        solved.Finish();
        return terms;
    }

    internal static MigrationTerms Migration(ObjectReader migration)
    {
        var defaults = new MigrationTerms();
        var terms = new MigrationTerms
        {
            Every = (int)migration.Integer("every", defaults.Every, 1, 10_000),
            Topology = migration.Choice("topology", defaults.Topology, MigrationTerms.Gossip),
            Acceptance = migration.Choice("acceptance", defaults.Acceptance, MigrationTerms.Better),
        };
        migration.Finish();
        return terms;
    }

    internal static AuditTerms Audit(ObjectReader audit)
    {
        var defaults = new AuditTerms();
        var terms = new AuditTerms
        {
            Rate = audit.Number("rate", defaults.Rate, 0, 10),
            Samples = (int)audit.Integer("samples", defaults.Samples, 1, 1000),
        };
        audit.Finish();
        return terms;
    }

    internal static BudgetTerms Budget(ObjectReader budget)
    {
        var defaults = new BudgetTerms();
        var steps = budget.Integer("environmentSteps", 0, 1, MaxEnvironmentSteps);
        var terms = new BudgetTerms
        {
            Evaluations = budget.Integer("evaluations", defaults.Evaluations, 1, MaxEvaluations),
            EnvironmentSteps = steps == 0 ? null : steps,
        };
        budget.Finish();
        return terms;
    }

    /// <summary>The limits, and whether the policy's genome keeps to them.</summary>
    internal static LimitTerms Limits(ObjectReader limits, MlpLayout? layout, string pathOfHidden)
    {
        var defaults = new LimitTerms();
        var terms = new LimitTerms
        {
            GenomeBytes = (int)limits.Integer("genomeBytes", defaults.GenomeBytes, MinGenomeBytes, MaxGenomeBytes),
            WallSeconds = limits.Integer("wallSeconds", defaults.WallSeconds, 1, MaxWallSeconds),
        };
        limits.Finish();
        if (layout is not null && layout.ParameterCount * sizeof(float) > terms.GenomeBytes)
        {
            limits.Fault(
                pathOfHidden,
                $"{layout.ParameterCount} parameters make a genome of {layout.ParameterCount * sizeof(float)} bytes.",
                $"at most {terms.GenomeBytes} bytes, by {limits.PathOf("genomeBytes")}");
        }

        return terms;
    }
}
