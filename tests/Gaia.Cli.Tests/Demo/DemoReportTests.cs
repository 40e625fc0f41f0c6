using System.Text.Json;
using Gaia.Cli.Demo;

namespace Gaia.Cli.Tests.Demo;

public sealed class DemoReportTests
{
    private static readonly DemoResult Solved = new()
    {
        Solved = true,
        Seconds = 41.25,
        Evaluations = 12_345,
        EnvironmentSteps = 3_456_789,
        Score = 231.5,
        Rescore = 228.25,
        EliteId = new string('c', 64),
        Policy = Path.GetFullPath("lunarlander-cccccccc.policy.json"),
        Nodes = [new DemoNodeResult("n1", 2, 3, 4, 5)],
    };

    [Fact]
    public void Lines_Solved_SayWorkTimePolicyAndWhatIsNext()
    {
        string text = string.Join('\n', DemoReport.Lines(Solved));
        foreach (string fact in (string[])["41.3 s", "231.5", "228.3", "12,345 evaluations", "3,456,789 environment",
            "policy: lunarlander-cccccccc.policy.json", "gaianode evaluate lunarlander-cccccccc.policy.json"])
        {
            Assert.Contains(fact, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lines_NotSolved_SayWhatToTry()
    {
        string text = string.Join('\n', DemoReport.Lines(Solved with { Solved = false }));
        Assert.Contains("not solved", text, StringComparison.Ordinal);
        Assert.Contains("--limit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasTheDocumentedKeys()
    {
        string json = JsonSerializer.Serialize(Solved, DemoJson.Default.DemoResult);
        Assert.DoesNotContain('\n', json);
        JsonElement root = JsonDocument.Parse(json).RootElement;
        string[] documented =
        [
            "schema", "solved", "seconds", "evaluations", "environmentSteps", "score", "policy", "nodes",
        ];
        Assert.All(documented, name => Assert.True(root.TryGetProperty(name, out _), name));
        Assert.Equal("gaia.demo/1", root.GetProperty("schema").GetString());
        Assert.Equal(
            ["nodeId", "peers", "elitesSent", "elitesAccepted", "elitesRejected"],
            root.GetProperty("nodes")[0].EnumerateObject().Select(property => property.Name));
    }
}
