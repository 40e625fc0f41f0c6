using Gaia.Worlds.Samples.Formulas;

namespace Gaia.Worlds.Samples;

/// <summary>The worlds that are sets of samples.</summary>
internal static class SampleCatalog
{
    /// <summary>Enough that a policy has work while the lanes of a group are gone through.</summary>
    private const int LaneGroups = 2;

    public static CatalogEntry[] Entries { get; } =
    [
        Entry<XorSet>(),
        Entry<TwoSpiralsSet>(),
        Entry<ParitySet<BitCounts.Two>>(),
        Entry<ParitySet<BitCounts.Three>>(),
        Entry<ParitySet<BitCounts.Four>>(),
        Entry<ParitySet<BitCounts.Five>>(),
        Entry<ParitySet<BitCounts.Six>>(),
        Entry<ParitySet<BitCounts.Seven>>(),
        Entry<ParitySet<BitCounts.Eight>>(),
        Entry<FormulaSet<KozaFormulas.Quartic>>(),
        Entry<FormulaSet<KozaFormulas.Quintic>>(),
        Entry<FormulaSet<KozaFormulas.Sextic>>(),
        Entry<FormulaSet<NguyenFormulas.F1>>(),
        Entry<FormulaSet<NguyenFormulas.F2>>(),
        Entry<FormulaSet<NguyenFormulas.F3>>(),
        Entry<FormulaSet<NguyenFormulas.F4>>(),
        Entry<FormulaSet<NguyenFormulas.F5>>(),
        Entry<FormulaSet<NguyenFormulas.F6>>(),
        Entry<FormulaSet<NguyenFormulas.F7>>(),
        Entry<FormulaSet<NguyenFormulas.F8>>(),
        Entry<FormulaSet<NguyenFormulas.F9>>(),
        Entry<FormulaSet<NguyenFormulas.F10>>(),
        Entry<FormulaSet<NguyenFormulas.F11>>(),
        Entry<FormulaSet<NguyenFormulas.F12>>(),
        Entry<FormulaSet<KeijzerFormulas.F1>>(),
        Entry<FormulaSet<KeijzerFormulas.F6>>(),
        Entry<FormulaSet<KeijzerFormulas.F7>>(),
        Entry<FormulaSet<KeijzerFormulas.F8>>(),
        Entry<FormulaSet<KeijzerFormulas.F9>>(),
        Entry<FormulaSet<KeijzerFormulas.F10>>(),
        Entry<FormulaSet<KeijzerFormulas.F11>>(),
        Entry<FormulaSet<KeijzerFormulas.F12>>(),
        Entry<FormulaSet<KeijzerFormulas.F13>>(),
        Entry<FormulaSet<KeijzerFormulas.F14>>(),
        Entry<FormulaSet<KeijzerFormulas.F15>>(),
        Entry<FormulaSet<VladislavlevaFormulas.F1>>(),
        Entry<FormulaSet<VladislavlevaFormulas.F2>>(),
        Entry<FormulaSet<VladislavlevaFormulas.F4>>(),
        Entry<FormulaSet<VladislavlevaFormulas.F6>>(),
        Entry<FormulaSet<VladislavlevaFormulas.F7>>(),
        Entry<FormulaSet<VladislavlevaFormulas.F8>>(),
        Entry<FormulaSet<SingleFormulas.Korns12>>(),
        Entry<FormulaSet<SingleFormulas.Pagie1>>(),
        Entry<FormulaSet<SingleFormulas.PowersOfTwo>>(),
    ];

    private static CatalogEntry<SampleWorld<TSet>, SampleState> Entry<TSet>()
        where TSet : struct, ISampleSet =>
        TSet.IsDrawn ? new() : new(_ => new TableLanes<TSet>(LaneGroups));
}
