using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gaia.Architecture;

/// <summary>The house rules about size and layout of source files, each with the offenders by name.</summary>
public sealed class SourceRuleTests
{
    private const int MaximumFileLines = 400;
    private const int MaximumMethodLines = 70;
    private const int MaximumLineColumns = 120;

    private static readonly string[] ForbiddenFolders = ["Helpers", "Managers", "Utils", "Utilities", "Misc", "Common"];

    [Fact]
    public void Lines_OfEveryFile_FitTheColumns() => AssertNone(
        from file in Repository.Sources("src", "tests", "tools")
        from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where line.text.Length > MaximumLineColumns
        select $"{Repository.Relative(file)}:{line.number} has {line.text.Length} columns");

    [Fact]
    public void Files_OfEveryProject_FitTheLimit() => AssertNone(
        from file in Repository.Sources("src", "tests", "tools")
        let lines = File.ReadLines(file).Count()
        where lines > MaximumFileLines
        select $"{Repository.Relative(file)} has {lines} lines");

    [Fact]
    public void Methods_OfEveryFile_FitTheLimit() => AssertNone(
        from file in Repository.Sources("src", "tests", "tools")
        from member in Parse(file).DescendantNodes()
        where member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let lines = LineCount(member)
        where lines > MaximumMethodLines
        select $"{Repository.Relative(file)}: {Name(member)} has {lines} lines");

    [Fact]
    public void Files_OfSource_HoldOnePublicType() => AssertNone(
        from file in Repository.Sources("src")
        let types = Parse(file).DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(IsTopLevelType).Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToArray()
        where types.Length > 1
        select $"{Repository.Relative(file)} holds {types.Length} public types");

    [Fact]
    public void Namespaces_OfSource_FollowTheFolders() => AssertNone(
        from file in Repository.Sources("src")
        let space = Parse(file).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()
        where space is not null
        let folder = Path.GetDirectoryName(Repository.Relative(file))!.Replace('\\', '/')["src/".Length..]
        let expected = folder.Replace('/', '.')
        let actual = space.Name.ToString()
        // The gRPC call model carries the namespace that generated stubs compile against:
        // docs/decisions/0001-grpc-runtime.md.
        where actual != expected && !actual.StartsWith("Grpc.", StringComparison.Ordinal)
        select $"{Repository.Relative(file)} says {actual}, its folder says {expected}");

    [Fact]
    public void Namespaces_OfEveryFile_AreFileScoped() => AssertNone(
        from file in Repository.Sources("src", "tests", "tools")
        where Parse(file).DescendantNodes().OfType<NamespaceDeclarationSyntax>().Any()
        select Repository.Relative(file));

    [Fact]
    public void Folders_OfSource_AreNounsOfTheDomain() => AssertNone(
        from file in Repository.Sources("src")
        from part in Repository.Relative(file).Split('/')
        where ForbiddenFolders.Contains(part, StringComparer.Ordinal)
        select Repository.Relative(file));

    /// <summary>What stands between a caller and the worlds, and checks for them.</summary>
    private static readonly string[] HostSideOfWorlds =
    [
        "src/Gaia.Worlds/Episode.cs",
        "src/Gaia.Worlds/Functions/FunctionCatalog.cs",
        "src/Gaia.Worlds/Functions/FunctionInstance.cs",
        "src/Gaia.Worlds/Functions/ParetoFront.cs",
        "src/Gaia.Worlds/WorldCatalog.cs",
        "src/Gaia.Worlds/WorldLanes.cs",
    ];

    [Fact]
    public void Worlds_HostSide_IsWhereItIsSaidToBe() =>
        Assert.All(HostSideOfWorlds, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));

    [Fact]
    public void Worlds_NeverThrow() => AssertNone(
        from file in Repository.Sources("src/Gaia.Worlds")
        where !HostSideOfWorlds.Contains(Repository.Relative(file), StringComparer.Ordinal)
        from node in Parse(file).DescendantNodes()
        where node is ThrowStatementSyntax or ThrowExpressionSyntax
            || (node is InvocationExpressionSyntax call && call.Expression.ToString().Contains(".Throw"))
        select $"{Repository.Relative(file)} throws: {node}");

    [Fact]
    public void Tests_OfEveryProject_NeitherSleepNorSkipForGood() => AssertNone(
        from file in Repository.Sources("tests")
        where !file.Contains("Gaia.Architecture", StringComparison.Ordinal)
        from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where line.text.Contains("Thread.Sleep", StringComparison.Ordinal)
            || line.text.Contains("Task.Delay", StringComparison.Ordinal)
            || line.text.Contains("(Skip = \"", StringComparison.Ordinal)
        select $"{Repository.Relative(file)}:{line.number}");

    private static SyntaxNode Parse(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();

    private static bool IsTopLevelType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
        && member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax;

    private static int LineCount(SyntaxNode node)
    {
        FileLinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        _ => node.Kind().ToString(),
    };

    private static void AssertNone(IEnumerable<string> offenders)
    {
        string[] found = [.. offenders];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }
}
