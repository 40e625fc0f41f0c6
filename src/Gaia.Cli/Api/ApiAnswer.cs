namespace Gaia.Cli.Api;

/// <summary>A typed answer of the daemon with its bytes as sent, or the reason why there is none.</summary>
/// <param name="Value">The answer; null when <paramref name="Failure"/> is set.</param>
/// <param name="Body">The answer's JSON, one line, for <c>--json</c>.</param>
/// <param name="Failure">Why there is no answer.</param>
internal sealed record ApiAnswer<T>(T? Value, string Body, ApiFailure? Failure)
    where T : class;
