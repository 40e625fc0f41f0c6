using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>Whether the store takes what it is given, and gives it back. Every access of the loops goes through here.
/// </summary>
/// <remarks>Any store may stand behind a port, and a full disk shows in many types: nothing is lost in silence. A read
/// that succeeds says nothing about writes: a full disk is read without trouble.</remarks>
internal sealed class StoreHealth(ILogger logger)
{
    private volatile string? _writeError;
    private volatile string? _readError;

    /// <summary>What the last write that failed said, until one succeeds; null while all is well.</summary>
    public string? WriteError => _writeError;

    /// <summary>What the last read that failed said, until one succeeds; null while all is well.</summary>
    public string? ReadError => _readError;

    /// <summary>Runs a write.</summary>
    /// <returns>False where the store refused it, which is logged; whoever asked goes on without.</returns>
    public async ValueTask<bool> TryAsync(string what, Func<Task> write)
    {
        var (isDone, error) = await AccessAsync(what, write);
        if (isDone || error is not null)
            _writeError = error;
        return isDone;
    }

    /// <summary>Runs a read.</summary>
    /// <returns>False where the store failed, which is logged; whoever asked goes on without.</returns>
    public async ValueTask<bool> TryReadAsync(string what, Func<Task> read)
    {
        var (isDone, error) = await AccessAsync(what, read);
        if (isDone || error is not null)
            _readError = error;
        return isDone;
    }

    /// <summary>Neither done nor an error: it was cancelled.</summary>
    private async ValueTask<(bool IsDone, string? Error)> AccessAsync(string what, Func<Task> access)
    {
        try
        {
            await access();
            return (true, null);
        }
        catch (OperationCanceledException)
        {
            return (false, null);
        }
        catch (Exception exception)
        {
            NodeLog.StoreFailed(logger, what, exception);
            return (false, $"{what}: {exception.Message}");
        }
    }
}
