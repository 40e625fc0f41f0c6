using Gaia.Policies;

namespace Gaia.Evaluation;

/// <summary>What is evaluated: policies of one layout in one world.</summary>
/// <param name="WorldId">An id of the world catalog.</param>
/// <param name="Layout">Its inputs and outputs fit the world's observation and action.</param>
public sealed record EvaluationProblem(string WorldId, MlpLayout Layout);
