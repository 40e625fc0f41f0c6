namespace Gaia.Node.Api.Contracts;

/// <summary>Answer of <c>GET /v1/tasks</c>.</summary>
public sealed record TasksView
{
    public string Schema { get; init; } = "gaia.tasks/1";

    public required IReadOnlyList<TaskStatusView> Tasks { get; init; }
}
