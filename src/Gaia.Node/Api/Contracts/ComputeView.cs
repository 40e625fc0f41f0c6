namespace Gaia.Node.Api.Contracts;

/// <summary>What evaluates episodes here.</summary>
/// <param name="Threads">Evaluation threads.</param>
/// <param name="Form">Form of the worlds in use, such as <c>simd</c>.</param>
public sealed record ComputeView(int Threads, string Form);
