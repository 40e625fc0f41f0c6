using Gaia.Worlds.Functions.Forms;

namespace Gaia.Worlds.Functions.Binary;

/// <summary>Problems over bits, for genomes of real numbers: a bit is set where x > 0.</summary>
/// <remarks>
/// OneMax after Mühlenbein, "How Genetic Algorithms Really Work" (1992). The trap is the fully deceptive one of Deb and
/// Goldberg, "Analyzing Deception in Trap Functions" (1993): k for k bits set, else k - 1 less the bits set, summed
/// over blocks. Literature maximises both; what is minimised here is how much is missing.
/// </remarks>
internal static class BinaryFunctions
{
    private const int MaximumDimension = 4096;

    public static FunctionEntry[] Entries { get; } =
    [
        Entry("onemax", "OneMax", 1, 100, "Bits that are not set (x > 0 sets one).", _ => new OneMaxForm()),
        Trap(3),
        Trap(4),
        Trap(5),
    ];

    private static FunctionEntry Trap(int bits) => Entry(
        $"trap-{bits}",
        $"Deceptive trap, {bits} bits",
        bits,
        bits * 10,
        $"What blocks of {bits} bits (x > 0 sets one) miss: 0 when all are set, else 1 + bits set.",
        _ => new TrapForm(bits));

    private static FunctionEntry Entry(
        string id, string title, int step, int dimension, string description, Func<int, ClosedForm> form)
    {
        var info = new FunctionInfo
        {
            Id = id,
            Title = title,
            DefaultDimension = dimension,
            MinimumDimension = step,
            MaximumDimension = MaximumDimension / step * step,
            DimensionStep = step,
            LowerBound = -1,
            UpperBound = 1,
            StartLower = -1,
            StartUpper = 1,
            BestValue = 0.0,
            Source = step == 1 ? "Mühlenbein 1992, closed form" : "Deb and Goldberg 1993, closed form",
            Reference = step == 1
                ? "Mühlenbein, How Genetic Algorithms Really Work (1992)"
                : "Deb and Goldberg, Analyzing Deception in Trap Functions (1993)",
            Description = description,
        };
        return new FunctionEntry(info, (own, count, instance) => new TransformedFunction(
            own, instance, form(count), [], [.. Enumerable.Repeat(1.0, count)]));
    }
}
