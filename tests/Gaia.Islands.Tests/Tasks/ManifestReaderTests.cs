using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Results;
using Gaia.Islands.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Tests.Tasks;

public sealed class ManifestReaderTests
{
    private const string NodeHex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Fact]
    public void Read_MinimalManifest_TakesEveryDefault()
    {
        var task = ManifestText.Task(ManifestText.Minimal);
        Assert.Equal("CartPole-v1", task.World.Id);
        Assert.Equal((4, 2, PolicyOutput.ArgMax), (task.Layout.Inputs, task.Layout.Outputs, task.Layout.Output));
        Assert.Equal([16], task.Layout.Hidden.ToArray());
        Assert.Equal("cma_es", Assert.Single(task.Manifest.Optimizers).Type);
        Assert.Equal(3, task.Manifest.Fitness.Episodes);
        Assert.Equal(475_000_000, task.SolvedMicros);
        Assert.Equal((20, "gossip", "better"), (
            task.Manifest.Migration.Every, task.Manifest.Migration.Topology, task.Manifest.Migration.Acceptance));
        Assert.Equal(1_000_000, task.Manifest.Budget.Evaluations);
        Assert.Null(task.Manifest.Publisher);
        Assert.Null(task.Manifest.Created);
    }

    [Fact]
    public void Read_FullManifest_TakesEveryMember()
    {
        var manifest = ManifestText.Task(ManifestText.Full).Manifest;
        Assert.Equal("full task", manifest.Name);
        Assert.Equal([12, 8], manifest.Policy.Hidden.ToArray());
        Assert.Equal(Activation.Relu, manifest.Policy.Activation);
        var optimizer = Assert.Single(manifest.Optimizers);
        Assert.Equal(
            (0.3, 24.0, 2.0),
            (optimizer.Settings["sigma"], optimizer.Settings["population"], optimizer.Weight));
        Assert.Equal((4, 210.5, 5), (manifest.Fitness.Episodes, manifest.Solved.Score, manifest.Migration.Every));
        Assert.Equal((0.5, 3), (manifest.Audit.Rate, manifest.Audit.Samples));
        Assert.Equal((50_000L, 9_000_000L), (manifest.Budget.Evaluations, manifest.Budget.EnvironmentSteps!.Value));
        Assert.Equal((4096, 600L, 7L), (manifest.Limits.GenomeBytes, manifest.Limits.WallSeconds, manifest.Seed));
        Assert.Equal(NodeHex, manifest.Publisher!.Value.ToString());
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 31, 0, TimeSpan.Zero), manifest.Created);
        Assert.Equal("MIT", manifest.Licence);
    }

    [Theory]
    [InlineData("schema", "\"gaia.task/2\"", "$.schema", "gaia.task/1")]
    [InlineData("schema", "3", "$.schema", "gaia.task/1")]
    [InlineData("name", "\"\"", "$.name", "1 to 64")]
    [InlineData("name", "\" t\"", "$.name", "1 to 64")]
    [InlineData("name", "\"a\\u001b[2J\"", "$.name", "1 to 64")]
    [InlineData("name", "{}", "$.name", "1 to 64")]
    [InlineData("world", "[]", "$.world", "an object")]
    [InlineData("world.id", "\"Doom-v1\"", "$.world.id", "`gaianode worlds` lists them all")]
    [InlineData("world.id", "\"CartPole-v0\"", "$.world.id", "CartPole-v1; `gaianode worlds` lists them all")]
    [InlineData("world.id", "null", "$.world.id", "`gaianode worlds` lists them all")]
    [InlineData("world.arguments", "{\"wind\":1}", "$.world.arguments.wind", "gravity, ")]
    [InlineData("world.size", "1", "$.world.size", "id, arguments")]
    [InlineData("policy", "7", "$.policy", "an object")]
    [InlineData("policy.type", "\"lstm\"", "$.policy.type", "mlp")]
    [InlineData("policy.hidden", "16", "$.policy.hidden", "0 to 8 layer widths")]
    [InlineData("policy.hidden", "[1,1,1,1,1,1,1,1,1]", "$.policy.hidden", "0 to 8 layer widths")]
    [InlineData("policy.hidden.1", "0", "$.policy.hidden[1]", "1 to 4096")]
    [InlineData("policy.hidden.1", "4097", "$.policy.hidden[1]", "1 to 4096")]
    [InlineData("policy.hidden.0", "1.5", "$.policy.hidden[0]", "whole number")]
    [InlineData("policy.hidden.0", "\"8\"", "$.policy.hidden[0]", "whole number")]
    [InlineData("policy.hidden", "[4096,4096]", "$.policy.hidden", "parameters in all")]
    [InlineData("policy.hidden", "[100]", "$.policy.hidden", "at most 4096 bytes, by $.limits.genomeBytes")]
    [InlineData("policy.activation", "\"gelu\"", "$.policy.activation", "tanh, relu, none")]
    [InlineData("policy.dropout", "0.5", "$.policy.dropout", "type, hidden, activation")]
    [InlineData("optimizers", "{}", "$.optimizers", "an array of 1 to 16")]
    [InlineData("optimizers", "[]", "$.optimizers", "an array of 1 to 16")]
    [InlineData("optimizers.0", "\"cma_es\"", "$.optimizers[0]", "an object")]
    [InlineData("optimizers.0.type", "\"adam\"", "$.optimizers[0].type", "cma_es")]
    [InlineData("optimizers.0.type", "4", "$.optimizers[0].type", "cma_es")]
    [InlineData("optimizers.0.settings.sigma", "-1", "$.optimizers[0].settings.sigma", "to")]
    [InlineData("optimizers.0.settings.sigma", "\"big\"", "$.optimizers[0].settings.sigma", "a number")]
    [InlineData("optimizers.0.settings.lambda", "4", "$.optimizers[0].settings.lambda", "sigma, population, active")]
    [InlineData("optimizers.0.settings.si\u001b[31mgma", "4", "$.optimizers[0].settings['si?[31mgma']", "sigma")]
    [InlineData("optimizers.0.settings.a b", "\"x\"", "$.optimizers[0].settings['a b']", "a number")]
    [InlineData("optimizers.0.type", "\"ppo\\u001b[31m\"", "$.optimizers[0].type", "cma_es")]
    [InlineData("optimizers.0.settings.population", "20.5", "$.optimizers[0].settings.population", "whole")]
    [InlineData("optimizers.0.weight", "0", "$.optimizers[0].weight", "0.001 to 1000")]
    [InlineData("optimizers.0.rank", "0", "$.optimizers[0].rank", "type, settings, weight")]
    public void Rejects_FaultyWhatAndHow_NamesPathAndChoices(string at, string json, string path, string allowed) =>
        AssertSingleError(at, json, path, allowed);

    [Theory]
    [InlineData("fitness.episodes", "0", "$.fitness.episodes", "1 to 1000")]
    [InlineData("fitness.episodes", "1e3000", "$.fitness.episodes", "1 to 1000")]
    [InlineData("fitness.reseed", "\"never\"", "$.fitness.reseed", "generation")]
    [InlineData("fitness.curriculum", "{}", "$.fitness.curriculum", "episodes, reseed")]
    [InlineData("solved.score", "\"200\"", "$.solved.score", "a number")]
    [InlineData("solved.score", "1e18", "$.solved.score", "to 1000000000")]
    [InlineData("solved.episodes", "5", "$.solved.episodes", "100 to 100")]
    [InlineData("solved.best", "1", "$.solved.best", "score, margin, episodes")]
    [InlineData("migration.every", "0", "$.migration.every", "1 to 10000")]
    [InlineData("migration.topology", "\"ring\"", "$.migration.topology", "gossip")]
    [InlineData("migration.acceptance", "\"always\"", "$.migration.acceptance", "better")]
    [InlineData("migration.to", "1", "$.migration.to", "every, topology, acceptance")]
    [InlineData("audit.rate", "11", "$.audit.rate", "0 to 10")]
    [InlineData("audit.samples", "0", "$.audit.samples", "1 to 1000")]
    [InlineData("audit.by", "0", "$.audit.by", "rate, samples")]
    [InlineData("budget.evaluations", "0", "$.budget.evaluations", "1 to 1000000000000")]
    [InlineData("budget.environmentSteps", "0", "$.budget.environmentSteps", "1 to 1000000000000000")]
    [InlineData("budget.euros", "0", "$.budget.euros", "environmentSteps, evaluations")]
    [InlineData("limits.genomeBytes", "3", "$.limits.genomeBytes", "4 to 4194304")]
    [InlineData("limits.wallSeconds", "2592001", "$.limits.wallSeconds", "1 to 2592000")]
    [InlineData("limits.disk", "1", "$.limits.disk", "genomeBytes, wallSeconds")]
    [InlineData("seed", "-1", "$.seed", "0 to 9007199254740991")]
    [InlineData("seed", "9007199254740992", "$.seed", "0 to 9007199254740991")]
    [InlineData("seed", "true", "$.seed", "whole number")]
    [InlineData("publisher", "\"me\"", "$.publisher", "64 hexadecimal digits")]
    [InlineData("created", "\"yesterday\"", "$.created", "RFC 3339")]
    [InlineData("created", "\"2026-13-01T00:00:00Z\"", "$.created", "RFC 3339")]
    [InlineData("created", "\"0001-01-01T00:00:00Z\"", "$.created", "RFC 3339")]
    [InlineData("licence", "\"<script>\"", "$.licence", "SPDX")]
    [InlineData("code", "\"rm\"", "$.code", "schema, name, world")]
    [InlineData("a b", "1", "$['a b']", "schema, name, world")]
    public void Rejects_FaultyTerms_NamesPathAndChoices(string at, string json, string path, string allowed) =>
        AssertSingleError(at, json, path, allowed);

    [Fact]
    public void Rejects_GenerationThatWouldHoldEveryNode_NamesBothBounds()
    {
        var text = """
            {"schema":"gaia.task/1","name":"t","world":{"id":"CartPole-v1"},
             "optimizers":[{"type":"cma_es","settings":{"population":4096}}],
             "fitness":{"episodes":1000},"budget":{"evaluations":1},"limits":{"wallSeconds":1}}
            """;
        var errors = Errors(text);
        Assert.Equal(["$.fitness.episodes", "$.budget.evaluations"], errors.Select(error => error.Path));
        Assert.Contains("4097000 episodes", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("at most 50000 episodes a generation: 1 to 12", errors[0].Allowed, StringComparison.Ordinal);
        Assert.Contains("at least a generation's 4097000", errors[1].Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("optimizers.0.settings.population", "4096", 12, true)]
    [InlineData("optimizers.0.settings.population", "4096", 13, false)]
    [InlineData("budget.evaluations", "100", 4, true)]
    [InlineData("budget.evaluations", "99", 4, false)]
    public void Read_GenerationAtItsBound_IsTheLastThatIsTaken(string at, string json, int episodes, bool isTaken)
    {
        var text = ManifestText.Edited(ManifestText.With(at, json), "fitness.episodes", episodes);
        Assert.Equal(isTaken, ManifestReader.Read(Encoding.UTF8.GetBytes(text)).IsOk);
    }

    [Theory]
    [InlineData("""{"schema":"gaia.task/1","name":"s","world":{"id":"sphere","arguments":{"dimension":4096}}}""")]
    [InlineData("""
        {"schema":"gaia.task/1","name":"s","world":{"id":"BipedalWalker-v3"},"policy":{"hidden":[64,32]}}
        """)]
    public void Rejects_GenomeThatTheUsualOptimizerDoesNotTake_NamesItsLimit(string text)
    {
        ValidationError error = Assert.Single(Errors(text));
        Assert.Equal("$.optimizers.type", error.Path);
        Assert.Contains("2048", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_DefaultPopulationBeyondTheBudget()
    {
        var text = ManifestText.Edited(
            ManifestText.Minimal.Replace("\"name\"", "\"budget\":{},\"name\"", StringComparison.Ordinal),
            "budget.evaluations", 3);
        Assert.Equal("$.budget.evaluations", Assert.Single(Errors(text)).Path);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("name")]
    [InlineData("world.id")]
    [InlineData("optimizers.0.type")]
    public void Rejects_MissingMember_NamesPath(string path)
    {
        var error = Assert.Single(Errors(ManifestText.Without(path)));
        Assert.Equal("$." + path.Replace("optimizers.0", "optimizers[0]"), error.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{}garbage")]
    [InlineData("{,}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("// note\n{}")]
    [InlineData("{\"seed\":NaN}")]
    [InlineData("{\"seed\":Infinity}")]
    [InlineData("{\"seed\":01}")]
    [InlineData("{'seed':1}")]
    [InlineData("\uFEFF{}")]
    [InlineData("[[[[[[[[[[1]]]]]]]]]]")]
    public void Rejects_TextThatIsNoStrictJson(string text)
    {
        var error = Assert.Single(Errors(text));
        Assert.Equal("$", error.Path);
        Assert.Contains("JSON", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    public void Rejects_LoneSurrogate(string text) =>
        Assert.Contains("Unicode", Assert.Single(Errors(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("[]")]
    [InlineData("\"gaia\"")]
    public void Rejects_RootThatIsNoObject(string text) =>
        Assert.Equal(("$", "an object"), (Assert.Single(Errors(text)).Path, Errors(text)[0].Allowed));

    [Fact]
    public void Rejects_Oversize_BeforeParsing()
    {
        var bytes = new byte[ManifestReader.MaxBytes + 1];
        var error = Assert.Single(ManifestReader.Read(bytes).Errors);
        Assert.Equal("at most 65536 bytes", error.Allowed);
    }

    [Fact]
    public void Rejects_NamesThatStandTwice_AllOfThem()
    {
        var text = """
            {"schema":"gaia.task/1","name":"a","name":"b","world":{"id":"CartPole-v1","id":"CartPole-v1"},
             "optimizers":[{"type":"cma_es","settings":{"sigma":1,"sigma":2}}]}
            """;
        Assert.Equal(
            ["$.name", "$.world.id", "$.optimizers[0].settings.sigma"],
            Errors(text).Select(error => error.Path));
    }

    [Fact]
    public void Rejects_ManyFaults_ListsEveryOneAtOnce()
    {
        var text = """
            {"schema":"x","name":"","world":{"id":"Doom-v1"},"policy":{"hidden":[0,5000],"activation":"gelu"},
             "optimizers":[{"type":"adam","weight":0},{"type":"cma_es","settings":{"sigma":-1,"beta":2}}],
             "fitness":{"episodes":0},"seed":0.5,"extra":1}
            """;
        Assert.Equal(
            [
                "$.extra", "$.fitness.episodes", "$.name", "$.optimizers[0].type", "$.optimizers[0].weight",
                "$.optimizers[1].settings.beta", "$.optimizers[1].settings.sigma", "$.policy.activation",
                "$.policy.hidden[0]", "$.policy.hidden[1]", "$.schema", "$.seed", "$.world.id",
            ],
            Errors(text).Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => !ManifestReader.Read(bytes).IsOk).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_DamagedManifest_NeverThrows()
    {
        var full = Encoding.UTF8.GetBytes(ManifestText.Full);
        var damage = from place in Gen.Choose(0, full.Length - 1)
                     from value in Gen.Choose(0, 255)
                     from length in Gen.Choose(0, full.Length)
                     select (place, (byte)value, length);
        Prop.ForAll(damage.ToArbitrary(), d =>
        {
            var bytes = (byte[])full.Clone();
            bytes[d.place] = d.Item2;
            var whole = ManifestReader.Read(bytes);
            var cut = ManifestReader.Read(bytes.AsSpan(0, d.length));
            Assert.True(whole.IsOk || whole.Errors.Count > 0);
            Assert.True(cut.IsOk || cut.Errors.Count > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_AnyJsonInAnyPlace_NeverThrows()
    {
        string[] places =
        [
            "schema", "name", "world", "world.id", "world.arguments", "policy", "policy.hidden", "policy.hidden.0",
            "optimizers", "optimizers.0", "optimizers.0.settings", "optimizers.0.settings.sigma", "fitness", "solved",
            "solved.score", "migration", "audit", "budget", "limits", "limits.genomeBytes", "seed", "publisher",
            "created", "licence",
        ];
        string[] values =
        [
            "null", "true", "0", "-0.0", "1e308", "-1e308", "1e-400", "12345678901234567890", "\"\"",
            "\"\\u0000\"", "[]", "[null]", "{}", "{\"\":{}}", "[[[]]]",
        ];
        foreach (var place in places)
        {
            foreach (var value in values)
            {
                var result = ManifestReader.Read(Encoding.UTF8.GetBytes(ManifestText.With(place, value)));
                Assert.True(result.IsOk || result.Errors.All(e => e.Path[0] == '$' && e.Allowed.Length > 0), place);
            }
        }
    }

    private static void AssertSingleError(string at, string json, string path, string allowed)
    {
        var error = Assert.Single(Errors(ManifestText.With(at, json)));
        Assert.Equal(path, error.Path);
        Assert.Contains(allowed, error.Allowed, StringComparison.Ordinal);
        Assert.All(error.ToString(), c => Assert.InRange(c, ' ', '~'));
    }

    private static IReadOnlyList<ValidationError> Errors(string text) =>
        ManifestReader.Read(Encoding.UTF8.GetBytes(text)).Errors;
}
