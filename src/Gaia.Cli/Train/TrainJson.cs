using System.Text.Json.Serialization;

namespace Gaia.Cli.Train;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainResult))]
internal sealed partial class TrainJson : JsonSerializerContext;
