namespace Gaia.Optimizers;

/// <summary>The state of an optimiser as bytes, to be stored and given to <see
/// cref="OptimizerCatalog.Restore"/>.</summary>
/// <param name="Type">Name in the catalog.</param>
/// <param name="Version">Version of the bytes, counted by each type for itself.</param>
/// <param name="State">Opaque, self-contained, ends with its own SHA-256.</param>
public sealed record OptimizerSnapshot(string Type, int Version, ReadOnlyMemory<byte> State);
