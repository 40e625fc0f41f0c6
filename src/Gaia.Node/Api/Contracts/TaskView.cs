using System.Text.Json.Nodes;

namespace Gaia.Node.Api.Contracts;

/// <summary>Answer of <c>GET /v1/tasks/{id}</c>: manifest, state and the archive, best first.</summary>
public sealed record TaskView
{
    public string Schema { get; init; } = "gaia.taskview/1";

    public required JsonNode Manifest { get; init; }

    public required TaskStatusView Status { get; init; }

    public required IReadOnlyList<EliteView> Elites { get; init; }
}
