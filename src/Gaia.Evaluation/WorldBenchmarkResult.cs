namespace Gaia.Evaluation;

/// <summary>How fast one form of one world runs.</summary>
/// <param name="World">Id of the world.</param>
/// <param name="Form">Form of the world: <c>scalar</c> for the reference, <c>simd</c>.</param>
/// <param name="Workload">What decided the actions: <c>random</c>, <c>mlp</c>, <c>heuristic</c>.</param>
/// <param name="Threads">Threads that ran episodes at the same time.</param>
/// <param name="StepsPerSecond">Environment steps a second, all threads together, resets included in the time.</param>
/// <param name="EpisodesPerSecond">Whole episodes a second, all threads together.</param>
public sealed record WorldBenchmarkResult(
    string World, string Form, string Workload, int Threads, double StepsPerSecond, double EpisodesPerSecond);
