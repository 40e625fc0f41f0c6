namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>Why a Python process gave no figures.</summary>
/// <param name="Fault">The kind.</param>
/// <param name="Message">One line, with the end of what it wrote to its error side where that explains it.</param>
internal sealed record GymnasiumFailure(GymnasiumFault Fault, string Message);
