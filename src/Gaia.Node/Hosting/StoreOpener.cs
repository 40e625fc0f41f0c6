namespace Gaia.Node.Hosting;

/// <summary>Opens the stores of a data directory.</summary>
/// <param name="directory">The data directory.</param>
/// <param name="publicKey">The node's key, as SubjectPublicKeyInfo: a store belongs to one node.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Gives up.</param>
internal delegate Task<StoreOpening> StoreOpener(
    string directory, ReadOnlyMemory<byte> publicKey, TimeProvider time, CancellationToken cancellationToken);
