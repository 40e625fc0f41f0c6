using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;
using Gaia.Node.Hosting;

namespace Gaia.Node.Exchange;

/// <summary>Elites that this node may serve: all of them were found or re-evaluated here, and are durable.</summary>
internal sealed class EliteShelf(ExchangeBoard board, IEliteStore store, StoreHealth health)
{
    /// <summary>The elite, from the archive or the store; null where the node does not have it.</summary>
    public async ValueTask<Elite?> FindAsync(TaskId task, EliteId id, CancellationToken cancellationToken)
    {
        if (board.Current.Find(task) is not { } snapshot)
            return null;
        foreach (var elite in snapshot.Elites)
        {
            if (elite.Id == id)
                return elite;
        }

        Elite? found = null;
        await health.TryReadAsync(
            "reading an elite", async () => found = await store.FindAsync(task, id, cancellationToken));
        return found;
    }
}
