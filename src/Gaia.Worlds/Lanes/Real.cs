using Gaia.Core.Numerics;

namespace Gaia.Worlds.Lanes;

/// <summary>One double: the scalar form of a real, and the judge of the other.</summary>
internal readonly struct Real(double value) : IReal<Real, Truth>
{
    public double Value { get; } = value;

    public static implicit operator Real(double value) => new(value);

    public static Real operator +(Real left, Real right) => new(left.Value + right.Value);

    public static Real operator -(Real left, Real right) => new(left.Value - right.Value);

    public static Real operator *(Real left, Real right) => new(left.Value * right.Value);

    public static Real operator /(Real left, Real right) => new(left.Value / right.Value);

    public static Real operator -(Real value) => new(-value.Value);

    public static Truth operator <(Real left, Real right) => new(left.Value < right.Value);

    public static Truth operator >(Real left, Real right) => new(left.Value > right.Value);

    public static Truth operator <=(Real left, Real right) => new(left.Value <= right.Value);

    public static Truth operator >=(Real left, Real right) => new(left.Value >= right.Value);

    public static Real Abs(Real value) => new(Math.Abs(value.Value));

    public static Real Floor(Real value) => new(Math.Floor(value.Value));

    public static Real Select(Truth condition, Real whenTrue, Real whenFalse) =>
        condition.Holds ? whenTrue : whenFalse;

    public static Real RoundToSingle(Real value) => new((float)value.Value);

    public static Real Square(Real value) => new(StrictMath.Square(value.Value));

    public static Real SquareSingle(Real value) => new(StrictMath.Square((float)value.Value));

    public static Real Sin(Real angle) => new(StrictMath.Sin(angle.Value));

    public static Real Cos(Real angle) => new(StrictMath.Cos(angle.Value));

    public static void SinCos(Real angle, out Real sine, out Real cosine)
    {
        (double s, double c) = StrictMath.SinCos(angle.Value);
        sine = new Real(s);
        cosine = new Real(c);
    }
}
