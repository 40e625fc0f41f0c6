using System.Collections.Immutable;
using Gaia.Worlds.Functions.Forms;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions;

/// <summary>A closed form seen through steps that shift, turn and bend its variables.</summary>
internal sealed class TransformedFunction : FunctionInstance
{
    private readonly ClosedForm _form;
    private readonly VectorStep[] _steps;
    private readonly double _offset;
    private readonly double _penalty;
    private readonly double[] _one;
    private readonly double[] _other;

    /// <param name="info">The function.</param>
    /// <param name="instance">Which instance.</param>
    /// <param name="form">What the steps lead to; owned from here on.</param>
    /// <param name="steps">From the point to the form's variables, in the order in which they are taken.</param>
    /// <param name="best">A best point.</param>
    /// <param name="offset">The value there; the form's is 0.</param>
    /// <param name="penalty">What leaving the box of interest costs: times the sum of squared distances.</param>
    public TransformedFunction(
        FunctionInfo info,
        int instance,
        ClosedForm form,
        VectorStep[] steps,
        ImmutableArray<double> best,
        double offset = 0.0,
        double penalty = 0.0)
        : base(info, best.Length, instance)
    {
        _form = form;
        _steps = steps;
        _offset = offset;
        _penalty = penalty;
        _one = new double[best.Length];
        _other = new double[best.Length];
        Optimum = new FunctionOptimum(best, offset);
    }

    public override FunctionOptimum Optimum { get; }

    private protected override void Compute(ReadOnlySpan<double> x, Span<double> objectives)
    {
        ReadOnlySpan<double> from = x;
        double[] into = _one;
        foreach (VectorStep step in _steps)
        {
            step.Apply(from, into);
            from = into;
            into = ReferenceEquals(into, _one) ? _other : _one;
        }

        double value = _form.Value(from) + _offset;
        objectives[0] = _penalty == 0.0 ? value : value + (_penalty * OutsideSquared(x));
    }

    private double OutsideSquared(ReadOnlySpan<double> x)
    {
        double sum = 0.0;
        foreach (double value in x)
        {
            double outside = Math.Max(value - Info.UpperBound, Info.LowerBound - value);
            if (outside > 0.0)
                sum += outside * outside;
        }

        return sum;
    }
}
