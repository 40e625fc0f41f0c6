namespace Gaia.Node.Hosting;

/// <summary>Why a node did not start.</summary>
/// <param name="Fault">For programs.</param>
/// <param name="Message">For people: one line that says what is wrong and what to do.</param>
public sealed record StartFailure(StartFault Fault, string Message);
