using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Gaia.Cli.Elites;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExportedPolicy))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ExportJson : JsonSerializerContext;
