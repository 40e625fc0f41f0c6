namespace Gaia.Worlds.Lanes;

/// <summary>The number that the equations of a world are written in: one double, or one double in each of eight
/// lanes.</summary>
/// <remarks>
/// Dynamics written over it are the one definition of their world; the compiler makes the scalar and the SIMD form of
/// it. Every operation rounds as IEEE 754 says, in each lane as in the scalar, so that both forms are equal to the bit.
/// There is no branch on a value: what would be one is a <see cref="Select"/> of two values that both exist.
/// </remarks>
internal interface IReal<TSelf, TMask>
    where TSelf : unmanaged, IReal<TSelf, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>The same constant everywhere.</summary>
    static abstract implicit operator TSelf(double value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Turns the sign bit over, that of zero too.</summary>
    static abstract TSelf operator -(TSelf value);

    static abstract TMask operator <(TSelf left, TSelf right);

    static abstract TMask operator >(TSelf left, TSelf right);

    static abstract TMask operator <=(TSelf left, TSelf right);

    static abstract TMask operator >=(TSelf left, TSelf right);

    /// <summary>Takes the sign bit away.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The greatest whole number that is not greater.</summary>
    static abstract TSelf Floor(TSelf value);

    /// <summary>One of two values.</summary>
    static abstract TSelf Select(TMask condition, TSelf whenTrue, TSelf whenFalse);

    /// <summary>The nearest value between two bounds.</summary>
    static virtual TSelf Clip(TSelf value, TSelf low, TSelf high)
    {
        TSelf raised = TSelf.Select(value < low, low, value);
        return TSelf.Select(raised > high, high, raised);
    }

    /// <summary>The nearest float32, ties to even: what an assignment to single precision leaves.</summary>
    static abstract TSelf RoundToSingle(TSelf value);

    /// <summary>value to the power 2 as NumPy's float64 scalars have it; it is not value * value in every last bit.
    /// </summary>
    static abstract TSelf Square(TSelf value);

    /// <summary>value to the power 2 as NumPy's float32 scalars have it.</summary>
    /// <param name="value">A float32.</param>
    static abstract TSelf SquareSingle(TSelf value);

    /// <summary>Sine of an angle in radians, as <see cref="Gaia.Core.Numerics.StrictMath"/> defines it.</summary>
    static abstract TSelf Sin(TSelf angle);

    /// <summary>Cosine of an angle in radians, as <see cref="Gaia.Core.Numerics.StrictMath"/> defines it.</summary>
    static abstract TSelf Cos(TSelf angle);

    /// <summary>Both of one angle, cheaper than one after the other and with the same bits.</summary>
    static abstract void SinCos(TSelf angle, out TSelf sine, out TSelf cosine);
}
