namespace Gaia.EndToEnd.Processes;

/// <summary>A directory of one test, removed with everything in it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("gaia-e2e-").FullName;

    public string At(string name) => Path.Combine(Root, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still writes there; the system cleans temporary directories.
        }
    }
}
