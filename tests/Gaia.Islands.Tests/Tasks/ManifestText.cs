using System.Text;
using System.Text.Json.Nodes;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Tests.Tasks;

/// <summary>Manifests to read, changed in one place each.</summary>
internal static class ManifestText
{
    internal const string Minimal = """{"schema":"gaia.task/1","name":"t","world":{"id":"CartPole-v1"}}""";

    internal const string Full =
        """
        {
          "schema": "gaia.task/1",
          "name": "full task",
          "world": { "id": "LunarLander-v3", "arguments": {} },
          "policy": { "type": "mlp", "hidden": [12, 8], "activation": "relu" },
          "optimizers": [ { "type": "cma_es", "settings": { "sigma": 0.3, "population": 24 }, "weight": 2 } ],
          "fitness": { "episodes": 4, "reseed": "generation" },
          "solved": { "score": 210.5, "episodes": 100 },
          "migration": { "every": 5, "topology": "gossip", "acceptance": "better" },
          "audit": { "rate": 0.5, "samples": 3 },
          "budget": { "evaluations": 50000, "environmentSteps": 9000000 },
          "limits": { "genomeBytes": 4096, "wallSeconds": 600 },
          "seed": 7,
          "publisher": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
          "created": "2026-11-20T09:31:00Z",
          "licence": "MIT"
        }
        """;

    internal static TaskDefinition Task(string text) => ManifestReader.Read(Encoding.UTF8.GetBytes(text)).Value;

    /// <summary>The full manifest with the JSON at a dotted path set to something else.</summary>
    internal static string With(string path, string json) => Edited(Full, path, JsonNode.Parse(json));

    internal static string Without(string path)
    {
        var root = JsonNode.Parse(Full)!;
        var (parent, name) = Locate(root, path);
        parent.AsObject().Remove(name);
        return root.ToJsonString();
    }

    internal static string Edited(string text, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(text)!;
        var (parent, name) = Locate(root, path);
        if (parent is JsonArray array)
            array[int.Parse(name)] = value;
        else
            parent.AsObject()[name] = value;
        return root.ToJsonString();
    }

    private static (JsonNode Parent, string Name) Locate(JsonNode root, string path)
    {
        var steps = path.Split('.');
        var node = root;
        foreach (var step in steps[..^1])
            node = node is JsonArray array ? array[int.Parse(step)]! : node[step]!;
        return (node, steps[^1]);
    }
}
