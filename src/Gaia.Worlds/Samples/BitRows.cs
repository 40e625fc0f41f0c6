namespace Gaia.Worlds.Samples;

/// <summary>The rows of the truth table of exclusive or, counted up in binary, the first input the highest bit.
/// </summary>
internal static class BitRows
{
    /// <summary>An answer nearer to its target than this is on the target's side.</summary>
    public const double HalfWay = 1.0;

    /// <summary>Everything about the world but what its fitness decides.</summary>
    public static WorldInfo Describe(string id, int bits) => new()
    {
        Id = id,
        Group = WorldGroup.Neuroevolution,
        ObservationSize = bits,
        ObservationBounds = [.. Enumerable.Repeat(new ValueRange(0f, 1f), bits)],
        ActionKind = ActionKind.Continuous,
        ActionSize = 1,
        ActionBounds = [ValueRange.Within(1f)],
        HorizonSteps = 1 << bits,
        IsSeeded = false,
        SolvedScore = 0,
        Source = "",
        Reference = "",
        Description = "",
    };

    /// <summary>Writes the bits of a row; its target is 1 where their number is odd, and -1 where it is even.</summary>
    public static float Present(int row, int bits, Span<float> inputs)
    {
        for (int i = 0; i < bits; i++)
            inputs[i] = row >> (bits - 1 - i) & 1;
        return (int.PopCount(row) & 1) != 0 ? 1.0f : -1.0f;
    }
}
