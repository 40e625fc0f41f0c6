using Gaia.Cli.Demo;
using Gaia.Cli.Terminals;
using Gaia.Cli.Tests.Daemon;

namespace Gaia.Cli.Tests.Demo;

public sealed class DemoTableTests
{
    private static readonly DemoNodeView Busy = new(Canned.NodeId, Canned.Status(), Canned.Task(Canned.Elite()));
    private static readonly DemoNodeView Silent = new(Canned.NodeId, null, null);

    [Fact]
    public void Line_OfABusyNode_HasEveryFact() => Assert.Equal(
        "node aaaaaaaa  peers 2  optimiser cma_es  gen 1,234  training 261.8  held-out 250.5  evals/s 346  sent 7  "
        + "accepted 5  rejected 1",
        DemoTable.Line(Busy));

    [Fact]
    public void Line_OfASilentNode_HasDashes() => Assert.Equal(
        "node aaaaaaaa  peers -  optimiser -  gen -  training -  held-out -  evals/s -  sent -  accepted -  rejected -",
        DemoTable.Line(Silent));

    [Theory]
    [InlineData(80)]
    [InlineData(160)]
    public void Render_FitsTheTerminal_WithWholeCells(int columns)
    {
        StringWriter writer = new();
        Terminal terminal = new(writer, TextWriter.Null, TimeProvider.System) { Columns = columns };
        terminal.Rich.Write(DemoTable.Render([Busy, Silent, Busy], "12.0 s", columns));

        string[] lines = writer.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, columns));
        string row = lines.First(line => line.Contains("aaaaaaaa", StringComparison.Ordinal));
        foreach (string cell in (string[])["2", "cma_es", "1,234", "261.8", "250.5", "346", "7", "5", "1"])
            Assert.Contains(cell, row, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("rejected", StringComparison.Ordinal));
    }
}
