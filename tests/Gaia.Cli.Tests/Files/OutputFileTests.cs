using Gaia.Cli.Files;

namespace Gaia.Cli.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-cli-").FullName;

    [Fact]
    public void Refusal_NewFile_IsNullAndLeavesNothing()
    {
        string file = Path.Combine(_folder, "a");
        Assert.Null(OutputFile.Refusal(file));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Refusal_ExistingFile_KeepsItsContent()
    {
        string file = Path.Combine(_folder, "a");
        File.WriteAllText(file, "precious");
        Assert.Null(OutputFile.Refusal(file));
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Fact]
    public void Refusal_BelowARegularFile_SaysSo()
    {
        string file = Path.Combine(_folder, "a");
        File.WriteAllText(file, "");
        Assert.Contains("no directory", OutputFile.Refusal(Path.Combine(file, "b")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Refusal_NoPath_IsALineNotAnException(string path) => Assert.NotNull(OutputFile.Refusal(path));

    [Fact]
    public async Task Write_WhereItCannot_IsALineNotAnException() =>
        Assert.NotNull(await OutputFile.WriteAsync(_folder, new byte[] { 1 }, CancellationToken.None));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
