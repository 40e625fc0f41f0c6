using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

public sealed class GymnasiumFinderTests
{
    [UnixFact]
    public async Task Find_PythonWithGymnasium_GivesItsVersions()
    {
        using FakePython python = FakePython.Answering("{}");
        var (client, missing) = await FindAsync("/no/such/folder", python.Folder);
        Assert.Null(missing);
        Assert.Equal(new GymnasiumVersions("3.12.1", "1.3.0", "2.1.0"), client!.Versions);
        Assert.Equal(python.File, client.Python);
    }

    [UnixFact]
    public async Task Find_FirstPythonHasNone_TakesTheNext()
    {
        using FakePython without = new("""echo '{"missing": "gymnasium"}'""");
        using FakePython with = new(FakePython.Answer("{}"), "python");
        var (client, _) = await FindAsync(without.Folder, with.Folder);
        Assert.Equal(with.File, client!.Python);
    }

    [UnixFact]
    public async Task Find_PythonWithoutGymnasium_SaysWhatWasLookedFor()
    {
        using FakePython python = new("""echo '{"missing": "gymnasium"}'""");
        var (client, missing) = await FindAsync(python.Folder);
        Assert.Null(client);
        Assert.Contains("python3", missing, StringComparison.Ordinal);
        Assert.Contains($"{python.File} has no gymnasium", missing, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', missing!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative:/no/such/folder")]
    public async Task Find_NoPythonOnPath_SaysSo(string? path)
    {
        var (client, missing) = await new GymnasiumFinder(path, TimeProvider.System).FindAsync(CancellationToken.None);
        Assert.Null(client);
        Assert.Contains("neither on PATH", missing, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Find_FileThatIsNoProgram_IsPassedOver()
    {
        using FakePython python = FakePython.Answering("{}");
        python.SetMode(UnixFileMode.UserRead);
        var (_, missing) = await FindAsync(python.Folder);
        Assert.Contains("neither on PATH", missing, StringComparison.Ordinal);
    }

    private static Task<(GymnasiumClient? Client, string? Missing)> FindAsync(params string[] folders) =>
        new GymnasiumFinder(string.Join(Path.PathSeparator, folders), TimeProvider.System)
            .FindAsync(CancellationToken.None);
}
