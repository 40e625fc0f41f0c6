using System.Diagnostics.CodeAnalysis;
using Gaia.Worlds.Functions.Bbob;
using Gaia.Worlds.Functions.Binary;
using Gaia.Worlds.Functions.Classic;
using Gaia.Worlds.Functions.Pareto;

namespace Gaia.Worlds.Functions;

/// <summary>Every function this build knows, by its id; no id is that of a world.</summary>
public static class FunctionCatalog
{
    private static readonly FunctionEntry[] Entries =
    [
        .. BbobSuite.Entries, .. ClassicFunctions.Entries, .. BinaryFunctions.Entries, .. ParetoFunctions.Entries,
    ];

    /// <summary>All functions, suite by suite.</summary>
    public static IReadOnlyList<FunctionInfo> All { get; } = Array.ConvertAll(Entries, entry => entry.Info);

    /// <summary>Looks a function up; ids are compared exactly.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out FunctionInfo? info)
    {
        info = Find(id)?.Info;
        return info is not null;
    }

    /// <summary>Makes an instance.</summary>
    /// <param name="id">A function of the catalog.</param>
    /// <param name="dimension">Number of variables, as <see cref="FunctionInfo.AllowsDimension"/> has it.</param>
    /// <param name="instance">1 to <see cref="FunctionInfo.MaximumInstance"/>.</param>
    /// <exception cref="ArgumentException">There is no such function, dimension or instance.</exception>
    public static FunctionInstance Create(string id, int dimension, int instance = 1)
    {
        FunctionEntry entry = Require(id);
        FunctionInfo info = entry.Info;
        if (!info.AllowsDimension(dimension))
        {
            string multiple = info.DimensionStep == 1 ? "" : $", multiples of {info.DimensionStep}";
            throw new ArgumentOutOfRangeException(
                nameof(dimension),
                dimension,
                $"{id} has {info.MinimumDimension} to {info.MaximumDimension} variables{multiple}.");
        }

        if (!info.AllowsInstance(instance))
        {
            throw new ArgumentOutOfRangeException(
                nameof(instance), instance, $"{id} has instances 1 to {info.MaximumInstance}.");
        }

        return entry.Create(info, dimension, instance);
    }

    /// <summary>Makes an instance from the values of the function's arguments.</summary>
    /// <param name="id">A function of the catalog.</param>
    /// <param name="arguments">In the order of <see cref="FunctionInfo.Arguments"/>.</param>
    /// <exception cref="ArgumentException">There is no such function, or not with those arguments.</exception>
    public static FunctionInstance Create(string id, in WorldArguments arguments)
    {
        FunctionInfo info = Require(id).Info;
        for (int i = 0; i < info.Arguments.Length; i++)
        {
            if (!info.Arguments[i].Allows(arguments[i]))
            {
                throw new ArgumentException(
                    $"{id} takes {info.Arguments[i].Name} {info.Arguments[i].Range}, not {arguments[i]:R}.",
                    nameof(arguments));
            }
        }

        return Create(id, (int)arguments[0], info.MaximumInstance == 1 ? 1 : (int)arguments[1]);
    }

    private static FunctionEntry Require(string id) => Find(id) ?? throw new ArgumentException(
        $"There is no function '{id}'; known are {string.Join(", ", All.Select(known => known.Id))}.", nameof(id));

    private static FunctionEntry? Find(string id) =>
        Array.Find(Entries, entry => string.Equals(entry.Info.Id, id, StringComparison.Ordinal));
}
