namespace Gaia.Policies;

/// <summary>What a layer does to its sums. In policy files: <c>tanh</c>, <c>relu</c>, <c>none</c>.</summary>
public enum Activation
{
    /// <summary>Hyperbolic tangent by StrictMath: the same bits on every machine.</summary>
    Tanh,

    /// <summary>The sum where it is positive, else +0; a NaN becomes +0.</summary>
    Relu,

    /// <summary>The sum itself.</summary>
    Linear,
}
