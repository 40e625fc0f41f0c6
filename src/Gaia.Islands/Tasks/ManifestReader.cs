using System.Text.Json;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Islands.Tasks.Reading;

namespace Gaia.Islands.Tasks;

/// <summary>Reads task manifests, from users and from peers.</summary>
/// <remarks>
/// Required are schema, name and world.id; every other member has its default, and the complete manifest is what the
/// task's id covers, so that spelling a default out, key order, white space and number formats do not change it.
/// </remarks>
public static class ManifestReader
{
    /// <summary>Most bytes of a manifest: 64 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Reads and checks a manifest.</summary>
    /// <param name="utf8">JSON in UTF-8, any bytes at all.</param>
    /// <returns>The task, or every fault at once: path, what is wrong, what was allowed. Never throws for
    /// bytes.</returns>
    public static Result<TaskDefinition> Read(ReadOnlySpan<byte> utf8)
    {
        var errors = new List<ValidationError>();
        var root = ManifestJson.Parse(utf8, errors);
        if (root is not { } element)
            return Result<TaskDefinition>.Invalid(errors);
        var task = ReadRoot(element, errors);
        return task is null || errors.Count > 0
            ? Result<TaskDefinition>.Invalid(errors)
            : Result<TaskDefinition>.Ok(task);
    }

    private static TaskDefinition? ReadRoot(JsonElement element, List<ValidationError> errors)
    {
        var root = new ObjectReader(element, "$", errors);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        HeaderReader.CheckSchema(root);
        var name = HeaderReader.Name(root);
        var world = WorldReader.Read(root.Object("world"));
        var (policy, layout) = PolicyReader.Read(root.Object("policy"), world);
        var optimizers = OptimizerReader.Read(root, layout);
        var fitness = TermsReader.Fitness(root.Object("fitness"), world);
        var budget = TermsReader.Budget(root.Object("budget"));
        GenerationReader.Check(root, optimizers, fitness, budget, layout);
        var limits = TermsReader.Limits(root.Object("limits"), layout, PathOfHidden(root));
        var manifest = new TaskManifest
        {
            Name = name,
            World = world?.Terms ?? new WorldTerms(""),
            Policy = policy,
            Optimizers = optimizers,
            Fitness = fitness,
            Solved = TermsReader.Solved(root.Object("solved"), world),
            Migration = TermsReader.Migration(root.Object("migration")),
            Audit = TermsReader.Audit(root.Object("audit")),
            Budget = budget,
            Limits = limits,
            Seed = root.Integer("seed", 0, 0, HeaderReader.MaxSeed),
            Publisher = HeaderReader.Publisher(root),
            Created = HeaderReader.Created(root),
            Licence = HeaderReader.Licence(root),
        };
        root.Finish();
        return errors.Count == 0 && world is not null && layout is not null
            ? new TaskDefinition(
                manifest, new EvaluationProblem(world.World.Id, layout) { Arguments = world.Arguments })
            : null;
    }

    private static string PathOfHidden(ObjectReader root) => $"{root.PathOf("policy")}.hidden";
}
