namespace Gaia.Node.Api.Contracts;

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Path">JSON path or option name.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Allowed">What would be right.</param>
public sealed record ErrorDetail(string Path, string Message, string Allowed);
