using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Api;

/// <summary>Why a call to the daemon brought no answer of the asked kind.</summary>
/// <param name="StatusCode">HTTP status; null when the daemon could not be reached.</param>
/// <param name="Message">One line: what, and what to do.</param>
/// <param name="Errors">Everything that is wrong with what was sent.</param>
internal sealed record ApiFailure(int? StatusCode, string Message, IReadOnlyList<ErrorDetail> Errors);
