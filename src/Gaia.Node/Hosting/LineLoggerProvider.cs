using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>Logs to a text writer, one line a message: time, level, category, event id, message.</summary>
public sealed class LineLoggerProvider : ILoggerProvider
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly TextWriter _writer;
    private readonly TimeProvider _time;
    private readonly LogLevel _minimum;
    private readonly bool _ownsWriter;

    /// <summary>A provider that writes to a writer.</summary>
    /// <param name="writer">Where to; used by one message at a time.</param>
    /// <param name="time">Dates the lines.</param>
    /// <param name="minimum">Less grave messages are left out.</param>
    /// <param name="ownsWriter">Dispose of the writer with the provider.</param>
    public LineLoggerProvider(TextWriter writer, TimeProvider time, LogLevel minimum, bool ownsWriter = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(time);
        _writer = TextWriter.Synchronized(writer);
        _time = time;
        _minimum = minimum;
        _ownsWriter = ownsWriter;
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _writer.Flush();
            if (_ownsWriter)
                _writer.Dispose();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The log's reader has gone; there is nobody left to tell.
        }
    }

    private void Write(string line)
    {
        try
        {
            _writer.WriteLine(line);
            _writer.Flush();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // A full disk or a closed pipe must not stop the node.
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        // The frameworks' own chatter is no news of this node.
        private readonly LogLevel _floor = category.StartsWith("Gaia.", StringComparison.Ordinal)
            ? provider._minimum
            : category.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal)
                // It tells of a server that did not start, which the start's result tells better.
                ? LogLevel.None
                : (LogLevel)Math.Max((int)provider._minimum, (int)LogLevel.Warning);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= _floor && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var line = new StringBuilder()
                .Append(provider._time.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture))
                .Append(' ').Append(Name(logLevel))
                .Append(' ').Append(category)
                .Append('[').Append(eventId.Id).Append("] ")
                .Append(formatter(state, exception));
            if (exception is not null)
                line.Append(" | ").Append(exception);
            provider.Write(line.Replace("\r", "").Replace("\n", "\\n").ToString());
        }

        private static string Name(LogLevel level) => level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info ",
            LogLevel.Warning => "warn ",
            LogLevel.Error => "error",
            _ => "fatal",
        };
    }
}
