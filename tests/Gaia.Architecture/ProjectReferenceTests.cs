using System.Xml.Linq;

namespace Gaia.Architecture;

/// <summary>Holds the project files against the table of rooms: who may reference whom.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>Room -> what it may reference directly. Rooms that are not built yet may be absent.</summary>
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["Gaia.Core"] = [],
        ["Gaia.Worlds"] = ["Gaia.Core"],
        ["Gaia.Policies"] = ["Gaia.Core"],
        ["Gaia.Optimizers"] = ["Gaia.Core"],
        ["Gaia.Evaluation"] = ["Gaia.Worlds", "Gaia.Policies"],
        ["Gaia.Islands"] = ["Gaia.Optimizers", "Gaia.Evaluation"],
        ["Gaia.Overlay"] = ["Gaia.Core"],
        ["Gaia.Ledger"] = ["Gaia.Core"],
        ["Gaia.Protocol"] = ["Gaia.Overlay", "Gaia.Ledger", "Gaia.Islands"],
        ["Gaia.Grpc"] = [],
        ["Gaia.Transport"] = ["Gaia.Protocol", "Gaia.Grpc"],
        ["Gaia.Storage"] = ["Gaia.Islands", "Gaia.Overlay", "Gaia.Ledger"],
        ["Gaia.Simulation"] = ["Gaia.Overlay", "Gaia.Ledger", "Gaia.Islands"],
        ["Gaia.Node"] =
        [
            "Gaia.Core", "Gaia.Worlds", "Gaia.Policies", "Gaia.Optimizers", "Gaia.Evaluation", "Gaia.Islands",
            "Gaia.Overlay", "Gaia.Ledger", "Gaia.Protocol", "Gaia.Grpc", "Gaia.Transport", "Gaia.Storage",
        ],
        ["Gaia.Cli"] = ["Gaia.Node", "Gaia.Simulation"],
    };

    [Fact]
    public void Projects_InSource_AreRoomsOfTheTable()
    {
        string[] unknown = [.. Projects().Keys.Where(name => !Table.ContainsKey(name))];
        Assert.True(unknown.Length == 0, $"Not a room of the table: {string.Join(", ", unknown)}");
        Assert.True(Projects().Count >= 13, "The solution lost a room.");
    }

    [Fact]
    public void References_OfEveryProject_StayInsideTheTable()
    {
        string[] broken =
        [
            .. from project in Projects()
               from reference in project.Value
               where !Table[project.Key].Contains(reference, StringComparer.Ordinal)
               select $"{project.Key} -> {reference}",
        ];
        Assert.True(broken.Length == 0, $"References outside the table: {string.Join(", ", broken)}");
    }

    [Fact]
    public void References_OfTheTable_HaveNoCycle()
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        while (done.Count < Table.Count)
        {
            string[] next = [.. Table.Where(room => !done.Contains(room.Key) && room.Value.All(done.Contains))
                .Select(room => room.Key)];
            Assert.True(next.Length > 0, "The table of rooms has a cycle.");
            done.UnionWith(next);
        }
    }

    [Fact]
    public void Solution_ListsEveryProject()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Gaia.P2P.sln")).Replace('\\', '/');
        foreach (string file in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
        {
            string relative = Repository.Relative(file);
            if (relative.Contains("/obj/", StringComparison.Ordinal)) continue;
            Assert.Contains(relative, solution, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Packages_OfEveryProject_AreVersionedCentrally()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
        {
            IEnumerable<XElement> pinned = XDocument.Load(file).Descendants("PackageReference")
                .Where(reference => reference.Attribute("Version") is not null);
            Assert.False(pinned.Any(), $"{Repository.Relative(file)} pins a version of its own.");
        }
    }

    private static Dictionary<string, string[]> Projects() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .ToArray(),
            StringComparer.Ordinal);
}
