namespace Gaia.Cli.Bench;

/// <summary>A figure of Gymnasium's that there is none of.</summary>
/// <param name="World">Id in the catalogue.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Fault">The kind of failure.</param>
/// <param name="Message">One line.</param>
internal sealed record WorldFailure(string World, string Workload, string Fault, string Message);
