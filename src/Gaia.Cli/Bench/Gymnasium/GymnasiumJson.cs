using System.Text.Json.Serialization;

namespace Gaia.Cli.Bench.Gymnasium;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GymnasiumRequest))]
[JsonSerializable(typeof(GymnasiumReply))]
internal sealed partial class GymnasiumJson : JsonSerializerContext;
