using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>The numbers of the node's own records: each is higher than all before it, those of earlier processes
/// included.</summary>
/// <remarks>
/// Peers keep the record with the highest number. The clock gives the number, so that a node which lost its data
/// directory but not its key is still believed; the last number used is kept in a file, so that a clock that was set
/// back makes no record look old. One owner.
/// </remarks>
internal sealed class RecordSequence
{
    internal const string FileName = "record.sequence";
    private const int MaximumBytes = 32;

    private readonly string _path;
    private readonly ILogger _logger;
    private ulong _last;

    /// <summary>Reads the last number; one that is missing or damaged counts as 0, which leaves the clock's.</summary>
    /// <param name="directory">The data directory, held by this process.</param>
    /// <param name="logger">Hears of files that cannot be used.</param>
    public RecordSequence(string directory, ILogger logger)
    {
        _path = Path.Combine(directory, FileName);
        _logger = logger;
        try
        {
            var file = new FileInfo(_path);
            if (file.Exists && !(file.Length <= MaximumBytes && TryParse(File.ReadAllText(_path), out _last)))
                NodeLog.SequenceFailed(_logger, _path, "it holds no number");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NodeLog.SequenceFailed(_logger, _path, exception.Message);
        }
    }

    /// <summary>The next number: at least this one, and above the last. Durable when it returns; where the disk does
    /// not take it, it is logged and counts for this process alone.</summary>
    public ulong Next(ulong minimum)
    {
        _last = Math.Max(minimum, checked(_last + 1));
        try
        {
            DataDirectory.WriteWhole(
                _path, Encoding.ASCII.GetBytes(_last.ToString(CultureInfo.InvariantCulture) + "\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NodeLog.SequenceFailed(_logger, _path, exception.Message);
        }

        return _last;
    }

    // A damaged file must not use up the numbers: the clock reaches this one in the year 10889.
    private static bool TryParse(string text, out ulong last) =>
        ulong.TryParse(text.TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out last)
        && (last <= 1UL << 48 || (last = 0) != 0);
}
