using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Bench;

/// <summary>What was compared with, and what could not be.</summary>
/// <param name="Versions">Of Python, Gymnasium and NumPy; null where none was found.</param>
/// <param name="Missing">What was looked for, where none was found.</param>
/// <param name="Failures">Worlds that Gymnasium did not measure.</param>
internal sealed record GymnasiumReport(
    GymnasiumVersions? Versions, string? Missing, IReadOnlyList<WorldFailure> Failures);
