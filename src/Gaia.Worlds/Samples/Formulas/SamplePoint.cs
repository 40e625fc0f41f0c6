using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Where a formula is asked for its value.</summary>
[InlineArray(Capacity)]
internal struct SamplePoint
{
    /// <summary>Most variables any formula has.</summary>
    public const int Capacity = 5;

    private double _first;
}
