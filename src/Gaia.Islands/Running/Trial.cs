using Gaia.Islands.Elites;

namespace Gaia.Islands.Running;

/// <summary>What the held-out part of a generation gave.</summary>
/// <param name="Elite">An elite better than any known, or null.</param>
/// <param name="RescoreMicros">Its re-score, where its score reaches the task's.</param>
/// <param name="Episodes">Episodes spent, re-score included.</param>
/// <param name="EnvironmentSteps">Environment steps spent.</param>
internal readonly record struct Trial(Elite? Elite, long? RescoreMicros, int Episodes, long EnvironmentSteps);
