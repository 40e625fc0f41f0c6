namespace Gaia.Cli.Files;

/// <summary>Reads a file that a user named, up to a limit.</summary>
internal static class InputFile
{
    /// <summary>Reads the whole file.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="maximumBytes">Longest file; a longer one, or a stream without an end, is read no further.</param>
    /// <param name="cancellationToken">Ends a read that waits.</param>
    /// <returns>The bytes, or one line that says what is wrong and what is allowed.</returns>
    public static async Task<(byte[]? Bytes, string? Error)> ReadAsync(
        string path, int maximumBytes, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path)) return (null, $"'{path}' is a directory, not a file");
            if (!File.Exists(path)) return (null, $"there is no file '{path}'");
            await using FileStream file = File.OpenRead(path);
            return await ReadAsync(file, path, maximumBytes, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot read '{path}': {error.Message}");
        }
    }

    /// <summary>Reads a stream to its end, such as standard input.</summary>
    /// <param name="stream">What to read.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <param name="maximumBytes">Most bytes.</param>
    /// <param name="cancellationToken">Ends a read that waits.</param>
    public static async Task<(byte[]? Bytes, string? Error)> ReadAsync(
        Stream stream, string name, int maximumBytes, CancellationToken cancellationToken)
    {
        // One byte more than allowed shows that it is too large without reading all of it.
        byte[] buffer = new byte[maximumBytes + 1];
        int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == 0) return (null, $"'{name}' is empty");
        return length > maximumBytes
            ? (null, $"'{name}' is too large; allowed: {maximumBytes} bytes")
            : (buffer[..length], null);
    }
}
