using System.Text.Json.Serialization;

namespace Gaia.Cli.Catalogue;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorldsReport))]
internal sealed partial class WorldsJson : JsonSerializerContext;
