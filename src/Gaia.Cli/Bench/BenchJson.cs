using System.Text.Json.Serialization;

namespace Gaia.Cli.Bench;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorldBenchReport))]
internal sealed partial class BenchJson : JsonSerializerContext;
