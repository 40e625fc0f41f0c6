namespace Gaia.Worlds.Functions;

/// <summary>A function of the catalog, and how its instances are made.</summary>
/// <param name="Info">What is known without an instance.</param>
/// <param name="Create">Makes an instance; called with a dimension and an instance that the info allows.</param>
internal sealed record FunctionEntry(FunctionInfo Info, Func<FunctionInfo, int, int, FunctionInstance> Create);
