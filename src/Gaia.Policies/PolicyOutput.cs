namespace Gaia.Policies;

/// <summary>How the last layer becomes an action. In policy files: <c>argmax</c>, <c>tanh</c>, <c>clip</c>,
/// <c>identity</c>.</summary>
public enum PolicyOutput
{
    /// <summary>The sums are preferences of a discrete world; the largest one is the choice.</summary>
    ArgMax,

    /// <summary>Hyperbolic tangent of each sum: components in [-1, 1].</summary>
    Tanh,

    /// <summary>Each sum limited to [-1, 1].</summary>
    Clip,

    /// <summary>The biases themselves: the point that a vector stands for (<see cref="MlpLayout.Vector"/>).</summary>
    Identity,
}
