namespace Gaia.Islands.Running;

/// <summary>What a generation would put up for a held-out score.</summary>
/// <param name="Row">Row of the genome among those evaluated.</param>
/// <param name="Evidence">What training makes of it, in reward units.</param>
/// <param name="OperatorName">How it came about.</param>
internal readonly record struct Candidate(int Row, double Evidence, string OperatorName);
