using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gaia.Islands.Tasks;

/// <summary>The tasks that come with the program, as the manifests a user could have written.</summary>
/// <remarks>The settings are measured choices; this is the only place that has them.</remarks>
public static class BuiltInTasks
{
    private const string LunarLander =
        """
        {
          "schema": "gaia.task/1",
          "name": "lunarlander",
          "world": { "id": "LunarLander-v3" },
          "policy": { "type": "mlp", "hidden": [16], "activation": "tanh" },
          "optimizers": [ { "type": "cma_es", "settings": { "sigma": 1, "population": 20 } } ],
          "fitness": { "episodes": 3, "reseed": "generation" },
          "solved": { "score": 200, "margin": 20, "episodes": 100 },
          "migration": { "every": 1, "topology": "gossip", "acceptance": "better" },
          "budget": { "evaluations": 1000000 },
          "limits": { "wallSeconds": 86400 }
        }
        """;

    private const string CartPole =
        """
        {
          "schema": "gaia.task/1",
          "name": "cartpole",
          "world": { "id": "CartPole-v1" },
          "policy": { "type": "mlp", "hidden": [16], "activation": "tanh" },
          "optimizers": [ { "type": "cma_es", "settings": { "sigma": 0.5 } } ],
          "fitness": { "episodes": 1, "reseed": "generation" },
          "solved": { "score": 475, "episodes": 100 },
          "migration": { "every": 1, "topology": "gossip", "acceptance": "better" },
          "budget": { "evaluations": 1000000 },
          "limits": { "wallSeconds": 86400 }
        }
        """;

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["cartpole"] = CartPole,
        ["lunarlander"] = LunarLander,
    };

    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The task of that name, not published yet.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out TaskDefinition? task)
    {
        task = name is not null && Texts.TryGetValue(name, out var text)
            ? ManifestReader.Read(Encoding.UTF8.GetBytes(text)).Value
            : null;
        return task is not null;
    }
}
