using Gaia.Policies;

namespace Gaia.Evaluation.Tests;

public sealed class EvaluationProblemTests
{
    [Fact]
    public void Accepts_LayoutThatFitsItsWorld() => Assert.Empty(
        new EvaluationProblem("CartPole-v1", new MlpLayout(4, [16], 2, Activation.Tanh, PolicyOutput.ArgMax))
            .Validate());

    [Fact]
    public void Rejects_UnknownWorld_NamesTheKnownOnes()
    {
        var error = Assert.Single(new EvaluationProblem("cartpole", Samples.Drift).Validate());
        Assert.Equal("$.env", error.Path);
        Assert.Contains("CartPole-v1", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_LayoutThatFitsNothing_NamesEveryErrorWithItsPath()
    {
        var layout = new MlpLayout(5, [3, 3], 4, Activation.Relu, PolicyOutput.Tanh);
        var errors = new EvaluationProblem("CartPole-v1", layout).Validate();
        Assert.Equal(["$.layers[0].in", "$.layers[2].out", "$.output"], errors.Select(error => error.Path));
        Assert.Equal(
            ["4, the observation of CartPole-v1", "2, the action of CartPole-v1", "argmax"],
            errors.Select(error => error.Allowed));
    }
}
