using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    /// <summary>Whatever a project file lets the compiler see, code names only rooms that its own may see.</summary>
    [Fact]
    public void Names_InEveryRoom_AreOfRoomsThatItMaySee()
    {
        string[] broken =
        [
            .. from file in Repository.Sources("src")
               let room = Repository.Relative(file).Split('/')[1]
               from stranger in StrangersIn(room, File.ReadAllText(file))
               select $"{Repository.Relative(file)} names {stranger}",
            .. from project in Projects().Keys
               let file = Path.Combine(Repository.Root, "src", project, project + ".csproj")
               from use in XDocument.Load(file).Descendants("Using")
               from stranger in StrangersIn(project, $"using {use.Attribute("Include")?.Value};")
               select $"{project} uses {stranger}",
        ];
        Assert.True(broken.Length == 0, string.Join(Environment.NewLine, broken));
    }

    [Theory]
    [InlineData("Gaia.Overlay", "using Gaia.Islands.Elites;", "Gaia.Islands")]
    [InlineData("Gaia.Ledger", "global using Gaia.Islands;", "Gaia.Islands")]
    [InlineData("Gaia.Optimizers", "class A { Gaia.Worlds.WorldInfo? b; }", "Gaia.Worlds")]
    [InlineData("Gaia.Overlay", "using static Gaia.Grpc.B; // Gaia.Islands", "Gaia.Grpc")]
    public void Names_OfARoomBeyondTheTable_AreFound(string room, string source, string stranger) =>
        Assert.Equal([stranger], StrangersIn(room, source));

    [Theory]
    [InlineData("Gaia.Islands", "using Gaia.Worlds; using Gaia.Core.Identity; namespace Gaia.Islands.Elites;")]
    [InlineData("Gaia.Overlay", "using Gaia.Core.Identity; // unlike Gaia.Islands.Elites")]
    public void Names_OfRoomsThatTheTableReaches_AreAllowed(string room, string source) =>
        Assert.Empty(StrangersIn(room, source));

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

    /// <summary>Rooms named in source text, comments left out, that the table does not reach from its own.</summary>
    private static string[] StrangersIn(string room, string source)
    {
        HashSet<string> visible = Reach(room);
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()];
        return
        [
            .. Enumerable.Range(0, Math.Max(0, tokens.Length - 2))
                .Where(at => tokens[at].Text == "Gaia" && tokens[at + 1].IsKind(SyntaxKind.DotToken))
                .Select(at => "Gaia." + tokens[at + 2].Text)
                .Where(name => Table.ContainsKey(name) && !visible.Contains(name))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The room and all that its row leads to.</summary>
    private static HashSet<string> Reach(string room)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> open = new([room]);
        while (open.TryPop(out string? next))
        {
            if (!reached.Add(next)) continue;
            foreach (string reference in Table[next]) open.Push(reference);
        }

        return reached;
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
