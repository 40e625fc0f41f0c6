using Gaia.Policies;

namespace Gaia.Evaluation.Tests;

public sealed class ScalarEvaluatorTests : EpisodeEvaluatorTests
{
    protected override EvaluationForm Form => EvaluationForm.Scalar;

    protected override IEvaluator New<TWorld, TState>(MlpLayout layout, int threads) =>
        ScalarEvaluator.For<TWorld, TState>(layout, threads);
}
