using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Gaia.Cli.Demo;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoResult))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class DemoJson : JsonSerializerContext;
