using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Cli.Tests.Bench.Gymnasium;
using Gaia.Cli.Tests.CommandLine;

namespace Gaia.Cli.Tests.Bench;

public sealed class BenchAgainstGymnasiumTests
{
    private const string Recorded = """{"steps": 2000, "episodes": 100, "seconds": 2}""";

    [UnixFact]
    public async Task Against_PythonWithGymnasium_PrintsItsRatesAndTheRatios()
    {
        using FakePython python = FakePython.Answering(Recorded);
        CommandRun run = await RunAsync(python.Folder, Terminal.PlainColumns, "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        JsonElement compared = run.Json.GetProperty("gymnasium");
        Assert.Equal("1.3.0", compared.GetProperty("versions").GetProperty("gymnasium").GetString());
        Assert.Empty(compared.GetProperty("failures").EnumerateArray());
        Assert.All(run.Json.GetProperty("results").EnumerateArray(), row =>
        {
            Assert.Equal(1000, row.GetProperty("gymnasium").GetProperty("stepsPerSecond").GetDouble());
            Assert.Equal(50, row.GetProperty("gymnasium").GetProperty("episodesPerSecond").GetDouble());
            double steps = row.GetProperty("stepsPerSecond").GetDouble();
            Assert.Equal(steps / 1000, row.GetProperty("stepsRatio").GetDouble(), 1e-9 * steps);
            double episodes = row.GetProperty("episodesPerSecond").GetDouble();
            Assert.Equal(episodes / 50, row.GetProperty("episodesRatio").GetDouble(), 1e-9 * episodes);
        });
    }

    [UnixFact]
    public async Task Against_SameWorldAndWorkload_AsksGymnasiumOnce()
    {
        using FakePython python = FakePython.Answering(Recorded);
        CommandRun run = await RunAsync(python.Folder, Terminal.PlainColumns, "--json");
        string[] workloads =
        [
            .. run.Json.GetProperty("results").EnumerateArray()
                .Select(row => row.GetProperty("workload").GetString()!).Distinct(),
        ];
        JsonElement[] requests =
        [
            .. python.Requests.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
        Assert.Equal(workloads, requests.Select(request => request.GetProperty("workload").GetString()!));
        Assert.All(requests, request =>
        {
            Assert.Equal("CartPole-v1", request.GetProperty("env").GetString());
            Assert.Equal(0u, request.GetProperty("seed").GetUInt32());
            Assert.Equal(0.1, request.GetProperty("seconds").GetDouble());
        });
    }

    [UnixFact]
    public async Task Against_GymnasiumWithoutThisWorld_SaysWhy_AndKeepsOurPart()
    {
        using FakePython python = FakePython.Answering("""{"unavailable": "Box2D is not installed"}""");
        CommandRun run = await RunAsync(python.Folder, Terminal.PlainColumns, "--json");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("Box2D is not installed", run.Error, StringComparison.Ordinal);
        JsonElement failure = run.Json.GetProperty("gymnasium").GetProperty("failures")[0];
        Assert.Equal("WorldUnavailable", failure.GetProperty("fault").GetString());
        Assert.False(run.Json.GetProperty("results")[0].TryGetProperty("stepsRatio", out _));
    }

    [UnixFact]
    public async Task Against_PythonThatFails_ShowsItsErrorSide_AndExits1WithOurPart()
    {
        using FakePython python = new("""
            if [ "$request" = "{}" ]; then echo '{"python":"3","gymnasium":"1","numpy":"2"}'; exit 0; fi
            echo "RuntimeError: no memory" >&2; exit 1
            """);
        CommandRun run = await RunAsync(python.Folder, Terminal.PlainColumns);
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains("RuntimeError: no memory", run.Error, StringComparison.Ordinal);
        Assert.Contains("CartPole-v1", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Against_WorldThatGymnasiumHasNot_SaysSoInOneLine()
    {
        using FakePython python = FakePython.Answering(Recorded);
        CommandRun run = await CommandRun.InAsync(
            new Dictionary<string, string> { ["PATH"] = python.Folder },
            Terminal.PlainColumns,
            ["bench", "worlds", "--world", "xor", "--seconds", "0.1", "--against", "gymnasium"]);
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Single(run.ErrorLines, line => line == "gaianode: Gymnasium has no xor to compare with");
        Assert.DoesNotContain("ratio", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Against_NoPython_SaysInOneLineWhatWasLookedFor_AndExits0()
    {
        CommandRun run = await RunAsync("/no/such/folder", Terminal.PlainColumns);
        Assert.Equal(ExitCode.Ok, run.Exit);
        string line = Assert.Single(run.ErrorLines, line => line.StartsWith("gaianode: ", StringComparison.Ordinal));
        Assert.Contains("python3", line, StringComparison.Ordinal);
        Assert.Contains("gymnasium", line, StringComparison.Ordinal);
        Assert.Contains("CartPole-v1", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Against_NarrowTerminal_FitsWithTheRatio()
    {
        using FakePython python = FakePython.Answering(Recorded);
        CommandRun run = await RunAsync(python.Folder, 80);
        string[] table = [.. run.Output.Split('\n').Skip(1)];
        Assert.All(table, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(table, line => line.Contains("ratio", StringComparison.Ordinal));
        Assert.Contains(table, line => line.Contains('x', StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Markdown_File_HoldsMachineVersionsAndARowForEachFigure()
    {
        using FakePython python = FakePython.Answering(Recorded);
        string file = Path.Combine(python.Folder, "speed.md");
        CommandRun run = await RunAsync(python.Folder, Terminal.PlainColumns, "--json", "--markdown", file);
        Assert.Equal(ExitCode.Ok, run.Exit);
        string[] lines = await File.ReadAllLinesAsync(file);
        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        string page = string.Join('\n', lines);
        Assert.Contains(run.Json.GetProperty("version").GetString()!, page, StringComparison.Ordinal);
        string cpu = run.Json.GetProperty("machine").GetProperty("cpu").GetString()!;
        Assert.Contains(cpu, page, StringComparison.Ordinal);
        Assert.Contains("Gymnasium 1.3.0, Python 3.12.1, NumPy 2.1.0", page, StringComparison.Ordinal);
        Assert.Contains(
            "--world CartPole-v1 --form simd --threads 1 --seconds 0.1 --against gymnasium --markdown FILE", page,
            StringComparison.Ordinal);
        string[] rows = [.. lines.Where(line => line.StartsWith("| CartPole-v1 |", StringComparison.Ordinal))];
        Assert.Equal(run.Json.GetProperty("results").GetArrayLength(), rows.Length);
        int cells = lines.Single(line => line.StartsWith("| world", StringComparison.Ordinal)).Count(c => c == '|');
        Assert.All(rows, row => Assert.Equal(cells, row.Count(c => c == '|')));
        Assert.Contains("| 1,000 | 50 |", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_MarkdownFileThatCannotBeWritten_BeforeItMeasures()
    {
        CommandRun run = await CommandRun.OfAsync("bench", "worlds", "--markdown", "/no/such/directory/a.md");
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Single(run.ErrorLines);
    }

    private static Task<CommandRun> RunAsync(string path, int columns, params string[] more) => CommandRun.InAsync(
        new Dictionary<string, string> { ["PATH"] = path },
        columns,
        ["bench", "worlds", "--world", "CartPole-v1", "--seconds", "0.1", "--against", "gymnasium", .. more]);
}
