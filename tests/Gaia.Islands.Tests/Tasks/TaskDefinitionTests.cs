using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Json;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Tests.Tasks;

public sealed class TaskDefinitionTests
{
    [Fact]
    public void CanonicalBytes_OfTheMinimalManifest_AreTheseForEver()
    {
        const string Expected =
            "{'audit':{'rate':1,'samples':10},'budget':{'evaluations':1000000},"
            + "'fitness':{'episodes':3,'reseed':'generation'},'licence':'CC0-1.0',"
            + "'limits':{'genomeBytes':65536,'wallSeconds':86400},"
            + "'migration':{'acceptance':'better','every':20,'topology':'gossip'},'name':'t',"
            + "'optimizers':[{'settings':{},'type':'cma_es','weight':1}],"
            + "'policy':{'activation':'tanh','hidden':[16],'type':'mlp'},'schema':'gaia.task/1','seed':0,"
            + "'solved':{'episodes':100,'margin':0,'score':475},'world':{'arguments':{},'id':'CartPole-v1'}}";
        var bytes = Encoding.UTF8.GetBytes(Expected.Replace('\'', '"'));
        var task = ManifestText.Task(ManifestText.Minimal);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(task.CanonicalBytes));
        Assert.Equal(SHA256.HashData(bytes), task.Id.Value.ToArray());
    }

    [Fact]
    public void CanonicalBytes_AreCanonicalAndReadBackAsTheSameTask()
    {
        foreach (var text in new[] { ManifestText.Minimal, ManifestText.Full })
        {
            var task = ManifestText.Task(text);
            Assert.True(CanonicalJson.IsCanonical(task.CanonicalBytes));
            var again = ManifestReader.Read(task.CanonicalBytes).Value;
            Assert.Equal(task.Id, again.Id);
            Assert.Equal(task.CanonicalBytes, again.CanonicalBytes);
        }
    }

    [Fact]
    public void Id_OfAnySpelling_IsTheSame()
    {
        var expected = ManifestText.Task(ManifestText.Full).Id;
        var random = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Prop.ForAll(random, seed =>
        {
            var shuffled = Shuffled(JsonNode.Parse(ManifestText.Full)!, ref seed);
            var text = shuffled.ToJsonString(new JsonSerializerOptions { WriteIndented = seed % 2 == 0 });
            return ManifestText.Task(text).Id == expected;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("fitness.episodes", "4.0")]
    [InlineData("fitness.episodes", "0.4e1")]
    [InlineData("solved.score", "2105e-1")]
    [InlineData("created", "\"2026-11-20T10:31:00+01:00\"")]
    [InlineData("created", "\"2026-11-20T09:31:00.000Z\"")]
    [InlineData("publisher", "\"00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff\"")]
    [InlineData("optimizers.0.settings.active", "1")]
    public void Id_OfOneValueSpelledOtherwise_IsTheSame(string path, string json)
    {
        // Text, not a parsed node: the spelling of a number must reach the reader.
        var marked = ManifestText.With(path, "\"@@\"").Replace("\"@@\"", json, StringComparison.Ordinal);
        Assert.Equal(ManifestText.Task(ManifestText.Full).Id, ManifestText.Task(marked).Id);
    }

    [Theory]
    [InlineData("name", "\"other\"")]
    [InlineData("seed", "8")]
    [InlineData("solved.score", "210")]
    [InlineData("optimizers.0.settings.sigma", "0.31")]
    [InlineData("budget.evaluations", "50001")]
    public void Id_OfAnotherTask_Differs(string path, string json) =>
        Assert.NotEqual(
            ManifestText.Task(ManifestText.Full).Id, ManifestText.Task(ManifestText.With(path, json)).Id);

    [Fact]
    public void PublishedBy_Node_AddsPublisherAndSecondsAndChangesTheId()
    {
        var task = ManifestText.Task(ManifestText.Minimal);
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1));
        var published = task.PublishedBy(Sample.Node(1), time);
        Assert.Equal(Sample.Node(1), published.Manifest.Publisher);
        Assert.Contains(
            "\"created\":\"2026-01-02T02:04:05Z\"",
            Encoding.UTF8.GetString(published.CanonicalBytes),
            StringComparison.Ordinal);
        Assert.NotEqual(task.Id, published.Id);
        Assert.Equal(published.Id, ManifestReader.Read(published.CanonicalBytes).Value.Id);
    }

    [Fact]
    public void BuiltInTasks_AreValidAndNamedAsTheyAreFound()
    {
        Assert.Equal(["cartpole", "lunarlander"], BuiltInTasks.Names);
        foreach (var name in BuiltInTasks.Names)
        {
            Assert.True(BuiltInTasks.TryFind(name, out var task));
            Assert.Equal(name, task.Manifest.Name);
        }

        Assert.False(BuiltInTasks.TryFind("doom", out _));
        Assert.False(BuiltInTasks.TryFind(null, out _));
    }

    [Fact]
    public void BuiltInTasks_LunarLander_HasThePolicyAndScoreOfItsBar()
    {
        Assert.True(BuiltInTasks.TryFind("lunarlander", out var task));
        Assert.Equal((8, 4, 212), (task.Layout.Inputs, task.Layout.Outputs, task.Layout.ParameterCount));
        Assert.Equal(200_000_000, task.SolvedMicros);
    }

    private static JsonNode Shuffled(JsonNode node, ref int seed)
    {
        if (node is not JsonObject members)
            return node.DeepClone();
        var names = members.Select(member => member.Key).ToList();
        var shuffled = new JsonObject();
        while (names.Count > 0)
        {
            seed = (int)(((seed * 1103515245L) + 12345) & int.MaxValue);
            var name = names[(seed >> 8) % names.Count];
            names.Remove(name);
            shuffled[name] = Shuffled(members[name]!, ref seed);
        }

        return shuffled;
    }
}
