using Gaia.Storage;

namespace Gaia.Node.Hosting;

/// <summary>The stores of a data directory on disk.</summary>
internal static class SqliteStores
{
    /// <summary>See <see cref="StoreOpener"/>.</summary>
    public static async Task<StoreOpening> OpenAsync(
        string directory, ReadOnlyMemory<byte> publicKey, TimeProvider time, CancellationToken cancellationToken)
    {
        var opening = await GaiaStore.OpenAsync(directory, new StorageOptions(), time, cancellationToken);
        if (!opening.TryGet(out var store, out var failure))
            return new StoreOpening(null, failure.ToString());
        if (await store.Identity.BindAsync(publicKey, cancellationToken) is { } foreign)
        {
            await store.DisposeAsync();
            return new StoreOpening(null, foreign.ToString());
        }

        return new StoreOpening(new NodeStores(store.Tasks, store.Elites, store.Runs, store.Peers, store), null);
    }
}
