namespace Gaia.Node.Api.Contracts;

/// <summary>Answer of <c>POST /v1/tasks</c>.</summary>
public sealed record PublishedTask
{
    public string Schema { get; init; } = "gaia.published/1";

    public required string TaskId { get; init; }

    public required string Name { get; init; }
}
