namespace Gaia.Node.Api.Contracts;

/// <summary>Body of every answer that is not a success.</summary>
public sealed record ErrorView
{
    public string Schema { get; init; } = "gaia.error/1";

    public required string Message { get; init; }

    public IReadOnlyList<ErrorDetail> Errors { get; init; } = [];
}
