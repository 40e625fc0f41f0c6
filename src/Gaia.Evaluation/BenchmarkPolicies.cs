using System.Collections.Immutable;
using Gaia.Core.Random;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>The fixed policies of the benchmark with a perceptron: the same for every form, run and machine.</summary>
/// <remarks>
/// One hidden layer of 16 tanh units. Genome g's parameters are uniform in [-1, 1), read one after another from the
/// Philox stream of key 0 and member g. Episode k of a benchmark thread acts by genome k mod 16. Another program that
/// reads policy files can run the same work.
/// </remarks>
public static class BenchmarkPolicies
{
    /// <summary>Genomes of a world.</summary>
    public const int Count = 16;

    private const int HiddenUnits = 16;

    /// <summary>The policies of a world.</summary>
    /// <param name="worldId">An id of the world catalog.</param>
    /// <exception cref="ArgumentException">No such world.</exception>
    public static ImmutableArray<PolicyDocument> Of(string worldId) =>
        WorldCatalog.TryFind(worldId, out var info)
            ? Of(info)
            : throw new ArgumentException($"There is no world {worldId}.", nameof(worldId));

    internal static ImmutableArray<PolicyDocument> Of(WorldInfo info)
    {
        var layout = new MlpLayout(
            info.ObservationSize,
            [HiddenUnits],
            info.ActionSize,
            Activation.Tanh,
            info.ActionKind == ActionKind.Discrete ? PolicyOutput.ArgMax : PolicyOutput.Tanh);
        return [.. Enumerable.Range(0, Count).Select(member => Create(info.Id, layout, (uint)member))];
    }

    private static PolicyDocument Create(string worldId, MlpLayout layout, uint member)
    {
        var random = new PhiloxStream(key: 0, member: member);
        var genome = new float[layout.ParameterCount];
        for (var i = 0; i < genome.Length; i++)
            genome[i] = (float)((2.0 * random.NextDouble()) - 1.0);
        return new PolicyDocument(worldId, layout, genome);
    }
}
