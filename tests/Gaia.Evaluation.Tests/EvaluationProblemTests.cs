using Gaia.Policies;

namespace Gaia.Evaluation.Tests;

public sealed class EvaluationProblemTests
{
    [Fact]
    public void Accepts_LayoutThatFitsItsWorld() => Assert.Empty(
        new EvaluationProblem("CartPole-v1", new MlpLayout(4, [16], 2, Activation.Tanh, PolicyOutput.ArgMax))
            .Validate());

    [Fact]
    public void Rejects_UnknownWorld_NamesTheNearOnes()
    {
        var error = Assert.Single(new EvaluationProblem("cartpole-v0", Samples.Drift).Validate());
        Assert.Equal("$.env", error.Path);
        Assert.Equal("CartPole-v1; `gaianode worlds` lists them all", error.Allowed);
    }

    [Fact]
    public void Rejects_FunctionOfSeveralObjectives_SaysWhy()
    {
        var error = Assert.Single(new EvaluationProblem("zdt1", MlpLayout.Vector(30)).Validate());
        Assert.Equal("$.env", error.Path);
        Assert.StartsWith("\"zdt1\" has 2 objectives", error.Message, StringComparison.Ordinal);
        Assert.Equal(ProblemWorld.AllowedIds, error.Allowed);
    }

    [Fact]
    public void From_ArgumentOfASibling_NamesIt()
    {
        var layout = new MlpLayout(8, [], 4, Activation.Tanh, PolicyOutput.ArgMax);
        var error = Assert.Single(EvaluationProblem.From("LunarLander-v3", layout, [new("wind_power", 1.0)]).Errors);
        Assert.Equal("$.arguments.wind_power", error.Path);
        Assert.EndsWith("; LunarLander-v3-wind has it.", error.Message, StringComparison.Ordinal);
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
