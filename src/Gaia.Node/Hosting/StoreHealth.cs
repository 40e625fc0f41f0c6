using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>Whether the store takes what it is given. Every write of the loops goes through here.</summary>
internal sealed class StoreHealth(ILogger logger)
{
    private volatile string? _error;

    /// <summary>What the last write that failed said, until one succeeds; null while all is well.</summary>
    public string? Error => _error;

    /// <summary>Runs a write.</summary>
    /// <returns>False where the store refused it, which is logged; whoever asked goes on without.</returns>
    public async ValueTask<bool> TryAsync(string what, Func<Task> write)
    {
        try
        {
            await write();
            _error = null;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception)
        {
            // Any store may stand behind the port, and a full disk shows in many types. Nothing is lost in silence:
            // the node is degraded until a write succeeds.
            _error = $"{what}: {exception.Message}";
            NodeLog.StoreFailed(logger, what, exception);
            return false;
        }
    }
}
