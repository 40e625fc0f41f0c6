using Gaia.Cli.Files;

namespace Gaia.Cli.Tests.Files;

public sealed class InputFileTests : IDisposable
{
    private const int MaximumBytes = 10;
    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-cli-").FullName;

    [Theory]
    [InlineData(1)]
    [InlineData(MaximumBytes)]
    public async Task Accepts_FileWithinTheLimit(int length)
    {
        var (bytes, error) = await ReadAsync(length);
        Assert.Equal(length, bytes?.Length);
        Assert.Null(error);
    }

    [Theory]
    [InlineData(0, "empty")]
    [InlineData(MaximumBytes + 1, "10 bytes")]
    public async Task Rejects_FileOutsideTheLimits(int length, string what)
    {
        var (bytes, error) = await ReadAsync(length);
        Assert.Null(bytes);
        Assert.Contains(what, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_MissingFileAndDirectory()
    {
        Assert.Contains(
            "there is no file",
            (await InputFile.ReadAsync(_folder + "/x", MaximumBytes, CancellationToken.None)).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "directory",
            (await InputFile.ReadAsync(_folder, MaximumBytes, CancellationToken.None)).Error,
            StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(byte[]? Bytes, string? Error)> ReadAsync(int length)
    {
        string file = Path.Combine(_folder, "f");
        await File.WriteAllBytesAsync(file, new byte[length]);
        return await InputFile.ReadAsync(file, MaximumBytes, CancellationToken.None);
    }
}
