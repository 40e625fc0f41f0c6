using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gaia.Core.Json;
using Gaia.Policies;

namespace Gaia.Islands.Tasks;

/// <summary>Writes the one byte string of a manifest.</summary>
/// <remarks>
/// Every member is written, its default included, except those that are null, and world arguments and optimiser
/// settings that equal the catalogs' defaults. A member added to the schema later must be left out while it has its
/// default, or the ids of tasks that are already published would change.
/// </remarks>
internal static class ManifestWriter
{
    /// <summary>RFC 8785 bytes.</summary>
    internal static byte[] ToCanonicalBytes(TaskManifest manifest) =>
        CanonicalJson.Canonicalize(ToTree(manifest), Reading.ManifestJson.MaxDepth).Value;

    private static JsonObject ToTree(TaskManifest manifest)
    {
        var root = new JsonObject
        {
            ["schema"] = TaskManifest.SchemaName,
            ["name"] = manifest.Name,
            ["world"] = new JsonObject { ["id"] = manifest.World.Id, ["arguments"] = Named(manifest.World.Arguments) },
            ["policy"] = Policy(manifest.Policy),
            ["optimizers"] = new JsonArray([.. manifest.Optimizers.Select(Optimizer)]),
            ["fitness"] = new JsonObject
            {
                ["episodes"] = manifest.Fitness.Episodes,
                ["reseed"] = manifest.Fitness.Reseed,
            },
            ["solved"] = new JsonObject
            {
                ["score"] = manifest.Solved.Score,
                ["margin"] = manifest.Solved.Margin,
                ["episodes"] = manifest.Solved.Episodes,
            },
            ["migration"] = new JsonObject
            {
                ["every"] = manifest.Migration.Every,
                ["topology"] = manifest.Migration.Topology,
                ["acceptance"] = manifest.Migration.Acceptance,
            },
            ["audit"] = new JsonObject { ["rate"] = manifest.Audit.Rate, ["samples"] = manifest.Audit.Samples },
            ["budget"] = Budget(manifest.Budget),
            ["limits"] = new JsonObject
            {
                ["genomeBytes"] = manifest.Limits.GenomeBytes,
                ["wallSeconds"] = manifest.Limits.WallSeconds,
            },
            ["seed"] = manifest.Seed,
            ["licence"] = manifest.Licence,
        };
        if (manifest.Publisher is { } publisher)
            root["publisher"] = publisher.ToString();
        if (manifest.Created is { } created)
            root["created"] = Time(created);
        return root;
    }

    private static JsonObject Policy(PolicyTerms policy) => policy.Type == PolicyTerms.Vector
        ? new() { ["type"] = PolicyTerms.Vector }
        : new()
        {
            ["type"] = PolicyTerms.Mlp,
            ["hidden"] = new JsonArray([.. policy.Hidden.Select(width => JsonValue.Create(width))]),
            ["activation"] = PolicyNames.Of(policy.Activation),
        };

    private static JsonObject Optimizer(OptimizerTerms optimizer) => new()
    {
        ["type"] = optimizer.Type,
        ["settings"] = Named(optimizer.Settings),
        ["weight"] = optimizer.Weight,
    };

    private static JsonObject Named(ImmutableSortedDictionary<string, double> values)
    {
        var tree = new JsonObject();
        foreach (var (name, value) in values)
            tree[name] = value;
        return tree;
    }

    private static JsonObject Budget(BudgetTerms budget)
    {
        var tree = new JsonObject { ["evaluations"] = budget.Evaluations };
        if (budget.EnvironmentSteps is { } steps)
            tree["environmentSteps"] = steps;
        return tree;
    }

    /// <summary>RFC 3339 in UTC, with no more digits of the second than it takes.</summary>
    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
