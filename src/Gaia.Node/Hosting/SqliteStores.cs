using Gaia.Core.Identity;
using Gaia.Storage;
using Gaia.Transport.Identity;

namespace Gaia.Node.Hosting;

/// <summary>The stores of a data directory on disk.</summary>
internal static class SqliteStores
{
    /// <summary>See <see cref="StoreOpener"/>.</summary>
    public static async Task<StoreOpening> OpenAsync(
        string directory,
        Func<NodeId?, IdentityResult> identify,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var opening = await GaiaStore.OpenAsync(directory, new StorageOptions(), time, cancellationToken);
        if (!opening.TryGet(out var store, out var failure))
            return new StoreOpening(null, failure.ToString());
        var identified = identify((await store.Identity.FindAsync(cancellationToken))?.Node);
        if (!identified.Succeeded)
        {
            await store.DisposeAsync();
            return new StoreOpening(null, identified.Message, StartFault.Identity);
        }

        if (await store.Identity.BindAsync(identified.Identity.PublicKey, cancellationToken) is { } foreign)
        {
            await store.DisposeAsync();
            return new StoreOpening(null, foreign.ToString());
        }

        return new StoreOpening(new NodeStores(store.Tasks, store.Elites, store.Runs, store.Peers, store), null);
    }
}
