using System.Text.Json.Serialization;

namespace Gaia.Node.Api.Contracts;

/// <summary>Source-generated JSON of the local API: camelCase, nulls written, one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false)]
[JsonSerializable(typeof(EndpointFile))]
[JsonSerializable(typeof(ReadyLine))]
[JsonSerializable(typeof(NodeStatus))]
[JsonSerializable(typeof(PeersView))]
[JsonSerializable(typeof(TasksView))]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(EliteView))]
[JsonSerializable(typeof(PublishedTask))]
[JsonSerializable(typeof(IdentityView))]
[JsonSerializable(typeof(ErrorView))]
public sealed partial class ApiJson : JsonSerializerContext;
