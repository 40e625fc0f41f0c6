using System.Collections.Immutable;
using System.Text.Json;
using Gaia.Optimizers;
using Gaia.Policies;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the optimisers of a manifest against the optimiser catalog.</summary>
internal static class OptimizerReader
{
    private const int MaxOptimizers = 16;
    private const double MinWeight = 0.001;
    private const double MaxWeight = 1000;

    internal static ImmutableArray<OptimizerTerms> Read(ObjectReader root, MlpLayout? layout)
    {
        if (root.Array("optimizers", 1, MaxOptimizers, "optimizers") is not { } items)
            return Usual(root, layout);
        return [.. items.Select((item, index) => ReadOne(root, item, index, layout))];
    }

    /// <summary>The optimiser that is taken where none is named: it has its limits too.</summary>
    private static ImmutableArray<OptimizerTerms> Usual(ObjectReader root, MlpLayout? layout)
    {
        var terms = new OptimizerTerms();
        Check(root, terms.Type, terms.Settings, layout, root.PathOf("optimizers"));
        return [terms];
    }

    private static void Check(
        ObjectReader root,
        string type,
        ImmutableSortedDictionary<string, double> settings,
        MlpLayout? layout,
        string path)
    {
        foreach (var error in OptimizerCatalog.Validate(type, settings, layout?.ParameterCount ?? 1, path))
            root.Fault(error.Path, error.Message, error.Allowed);
    }

    private static OptimizerTerms ReadOne(ObjectReader root, JsonElement item, int index, MlpLayout? layout)
    {
        var path = $"{root.PathOf("optimizers")}[{index}]";
        var reader = root.Item(item, path);
        var defaults = new OptimizerTerms();
        var type = reader.Text("type", Types, required: true);
        var settings = ReadSettings(reader.Object("settings"));
        var weight = reader.Number("weight", defaults.Weight, MinWeight, MaxWeight);
        reader.Finish();
        if (type is null)
            return defaults;
        Check(root, type, settings, layout, path);
        return new OptimizerTerms { Type = type, Settings = WithoutDefaults(type, settings), Weight = weight };
    }

    private static string Types => string.Join(", ", OptimizerCatalog.All.Select(info => info.Type));

    private static ImmutableSortedDictionary<string, double> ReadSettings(ObjectReader settings)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var name in settings.Names)
        {
            var value = settings.Member(name);
            var isRead = settings.TryNumber(
                value, settings.PathOf(name), "a number", double.MinValue, double.MaxValue, out var number);
            if (isRead)
                values[name] = number;
        }

        return values.ToImmutable();
    }

    /// <summary>Leaves out what the catalog would fill in, so that a setting added to the catalog later changes no id.
    /// </summary>
    private static ImmutableSortedDictionary<string, double> WithoutDefaults(
        string type, ImmutableSortedDictionary<string, double> settings)
    {
        if (!OptimizerCatalog.TryFind(type, out var info))
            return settings;
        var usual = info.Settings.Where(known => settings.TryGetValue(known.Name, out var set) && set == known.Default);
        return settings.RemoveRange(usual.Select(known => known.Name));
    }
}
