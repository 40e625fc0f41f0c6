using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Gaia.Core.Json;
using Gaia.Core.Results;
using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers;

/// <summary>Every type of optimiser, by name.</summary>
public static class OptimizerCatalog
{
    private static readonly ImmutableArray<IOptimizerFamily> Families = [new CmaEsFamily()];

    /// <summary>What there is, in a fixed order.</summary>
    public static IReadOnlyList<OptimizerInfo> All { get; } = [.. Families.Select(family => family.Info)];

    /// <summary>Finds a type by its exact name.</summary>
    public static bool TryFind(string? type, [NotNullWhen(true)] out OptimizerInfo? info)
    {
        info = Find(type)?.Info;
        return info is not null;
    }

    /// <summary>Every fault of a choice of optimiser, at once; none where <see cref="Create"/> would succeed.</summary>
    /// <param name="type">Name, known or not.</param>
    /// <param name="settings">By name; what is missing takes its default.</param>
    /// <param name="dimension">Parameters of a genome.</param>
    /// <param name="path">JSON path of the choice, such as "$.optimizers[0]"; errors name what lies below it.</param>
    public static ImmutableArray<ValidationError> Validate(
        string? type, IReadOnlyDictionary<string, double> settings, int dimension, string path = "$")
    {
        if (Find(type) is not { } family)
        {
            var known = string.Join(", ", All.Select(info => info.Type));
            return [new ValidationError($"{path}.type", Unknown(type), known)];
        }

        var errors = ImmutableArray.CreateBuilder<ValidationError>();
        var settingsPath = $"{path}.settings";
        if (dimension < 1 || dimension > family.Info.MaximumDimension)
        {
            errors.Add(new ValidationError(
                $"{path}.type",
                $"{type} does not take genomes of {dimension} parameters.",
                $"1 to {family.Info.MaximumDimension} parameters"));
        }

        foreach (var (name, value) in settings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            CheckSetting(family.Info, name, value, settingsPath, errors);
        if (errors.Count == 0)
            family.Check(settings, dimension, settingsPath, errors);
        return errors.ToImmutable();
    }

    /// <summary>Genomes a generation that a choice without faults asks for.</summary>
    /// <param name="type">One of <see cref="All"/>.</param>
    /// <param name="settings">By name; what is missing takes its default.</param>
    /// <param name="dimension">Parameters of a genome.</param>
    /// <exception cref="ArgumentException"><see cref="Validate"/> finds faults.</exception>
    public static int PopulationOf(string type, IReadOnlyDictionary<string, double> settings, int dimension)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var errors = Validate(type, settings, dimension);
        if (!errors.IsEmpty)
            throw new ArgumentException(string.Join(" ", errors), nameof(settings));
        return Find(type)!.PopulationOf(settings, dimension);
    }

    /// <summary>Makes an optimiser.</summary>
    /// <param name="type">One of <see cref="All"/>.</param>
    /// <param name="settings">By name; what is missing takes its default.</param>
    /// <param name="initialMean">[parameters], finite: where the search begins.</param>
    /// <param name="key">Names all of its random numbers. 0 is a key like any other.</param>
    /// <exception cref="ArgumentException"><see cref="Validate"/> finds faults, or the mean is not finite.</exception>
    public static IOptimizer Create(
        string type, IReadOnlyDictionary<string, double> settings, ReadOnlySpan<float> initialMean, ulong key)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var errors = Validate(type, settings, initialMean.Length);
        if (!errors.IsEmpty)
            throw new ArgumentException(string.Join(" ", errors), nameof(settings));
        return Find(type)!.Create(settings, initialMean, key);
    }

    /// <summary>Makes the optimiser that a snapshot holds; it goes on bit for bit as the first one would
    /// have.</summary>
    /// <returns>An error that names "$.type", "$.version" or "$.state" where the snapshot is foreign or
    /// damaged.</returns>
    public static Result<IOptimizer> Restore(OptimizerSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (Find(snapshot.Type) is { } family)
            return family.Restore(snapshot);
        var known = string.Join(", ", All.Select(info => info.Type));
        return Result<IOptimizer>.Invalid("$.type", Unknown(snapshot.Type), known);
    }

    private static void CheckSetting(
        OptimizerInfo info,
        string name,
        double value,
        string path,
        ImmutableArray<ValidationError>.Builder errors)
    {
        if (info.Settings.FirstOrDefault(setting => setting.Name == name) is not { } known)
        {
            var names = string.Join(", ", info.Settings.Select(setting => setting.Name));
            errors.Add(new ValidationError(
                JsonPath.Member(path, name), $"{info.Type} has no setting \"{JsonPath.Printable(name)}\".", names));
            return;
        }

        var whole = known.IsInteger ? "whole number, " : "";
        if (!(value >= known.Minimum && value <= known.Maximum) || (known.IsInteger && value != Math.Floor(value)))
        {
            errors.Add(new ValidationError(
                $"{path}.{name}", $"{value} is out of range.", $"{whole}{known.Minimum} to {known.Maximum}"));
        }
    }

    // The name is a stranger's text on its way to a terminal.
    private static string Unknown(string? type) => $"Unknown optimizer \"{JsonPath.Printable(type ?? "")}\".";

    private static IOptimizerFamily? Find(string? type) =>
        Families.FirstOrDefault(family => family.Info.Type == type);
}
