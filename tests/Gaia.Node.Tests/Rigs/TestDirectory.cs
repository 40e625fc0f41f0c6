namespace Gaia.Node.Tests.Rigs;

/// <summary>A directory of one test, gone after it.</summary>
internal sealed class TestDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gaia-node-");

    public string Path => _directory.FullName;

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
