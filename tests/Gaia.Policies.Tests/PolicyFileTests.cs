using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;

namespace Gaia.Policies.Tests;

public sealed class PolicyFileTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "golden", "policies");

    [Theory]
    [InlineData(
        "cartpole-16-a", "CartPole-v1", 4, 2, "af879a63f1fded8b27ed551a0e064f952768906ba5286cc745a23cf9c684ef10")]
    [InlineData(
        "lunarlander-16-a", "LunarLander-v3", 8, 4, "b98154b6b8df6829b8e0ef53d58e0f926a39ba853d66b75d80bf0eeadafd54a8")]
    public void Read_GoldenPolicy_HasTheGenomeThatItsIdNames(
        string name, string world, int inputs, int outputs, string id)
    {
        var document = PolicyFile.Read(File.ReadAllBytes(Path.Combine(Golden, name + ".policy.json"))).Value;
        Assert.Equal(world, document.World);
        Assert.Equal(Samples.Layout(inputs, [16], outputs), document.Layout);
        Assert.Null(document.Origin);
        // The id was computed from the file by another program.
        Assert.Equal(id, Genome.IdOf(document.Layout, document.Genome).ToString());
    }

    [Theory]
    [InlineData("cartpole-16-a")]
    [InlineData("lunarlander-16-a")]
    public void Write_GoldenPolicy_GivesTheSameJson(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Golden, name + ".policy.json"));
        Assert.Equal(Shape(JsonNode.Parse(bytes)!), Shape(JsonNode.Parse(Written(PolicyFile.Read(bytes).Value))!));
    }

    [Fact]
    public void File_OfAnyGenome_RoundTripsBitForBit() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            ImmutableArray<int> hidden = (seed % 4) switch { 0 => [], 1 => [3], 2 => [5, 2], _ => [1, 1, 1] };
            var layout = Samples.Layout(
                (int)(seed % 5) + 1, hidden, (int)(seed % 3) + 1, (Activation)(seed % 3), (PolicyOutput)(seed / 3 % 3));
            var genome = Samples.FiniteBits(layout.ParameterCount, seed);
            var read = PolicyFile.Read(Written(new PolicyDocument("World-v0", layout, genome))).Value;
            return read.World == "World-v0" && read.Layout.Equals(layout) && read.Origin is null
                && Samples.Bits(read.Genome).SequenceEqual(Samples.Bits(genome));
        }));

    [Fact]
    public void File_OfAVectorWithArguments_RoundTrips()
    {
        var layout = MlpLayout.Vector(3);
        var document = new PolicyDocument("bbob-f1", layout, [0.1f, -2.5f, 4f])
        {
            Arguments = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal, [new("dimension", 3.0), KeyValuePair.Create("instance", 7.5)]),
        };

        var text = Encoding.UTF8.GetString(Written(document));
        var read = PolicyFile.Read(Encoding.UTF8.GetBytes(text)).Value;

        Assert.Equal(
            "{\"env\":\"bbob-f1\",\"arguments\":{\"dimension\":3,\"instance\":7.5},"
            + "\"layers\":[{\"in\":0,\"out\":3,\"w\":[[],[],[]],\"b\":[0.1,-2.5,4],\"act\":\"none\"}],"
            + "\"output\":\"identity\",\"dtype\":\"float32\"}",
            text);
        Assert.Equal(layout, read.Layout);
        Assert.Equal(document.Genome, read.Genome);
        Assert.Equal(document.Arguments, read.Arguments);
    }

    [Fact]
    public void Write_ArgumentsThatNoFileHolds_Throws()
    {
        var document = new PolicyDocument("bbob-f1", MlpLayout.Vector(1), [1f]);
        var none = document.Arguments;

        Assert.Throws<ArgumentException>(() => Written(document with { Arguments = none.Add("x", double.NaN) }));
        Assert.Throws<ArgumentException>(() => Written(document with { Arguments = none.Add("", 1) }));
        Assert.Throws<ArgumentException>(() => Written(document with
        {
            Arguments = none.AddRange(Enumerable.Range(0, 17).Select(i => KeyValuePair.Create($"a{i}", 1.0))),
        }));
    }

    [Fact]
    public void File_WithOrigin_RoundTrips()
    {
        var layout = Samples.Layout(2, [2], 2);
        var genome = Samples.Values(layout.ParameterCount, 5);
        var origin = new PolicyOrigin
        {
            TaskId = new TaskId(Hash256.Sha256([1])),
            EliteId = Genome.IdOf(layout, genome),
            Node = new NodeId(Hash256.Sha256([2])),
            Score = 231.0 / 7,
        };
        var document = new PolicyDocument("W-v1", layout, genome) { Origin = origin };
        Assert.Equal(origin, PolicyFile.Read(Written(document)).Value.Origin);
        origin = new PolicyOrigin { Score = -1 };
        Assert.Equal(origin, PolicyFile.Read(Written(document with { Origin = origin })).Value.Origin);
    }

    [Fact]
    public void Write_ToStreamAndBuffer_GivesTheSameBytes()
    {
        var document = new PolicyDocument("W-v1", Samples.Layout(2, [2], 2), Samples.Values(12, 5));
        using var stream = new MemoryStream();
        PolicyFile.Write(stream, document);
        Assert.Equal(Written(document), stream.ToArray());
    }

    [Fact]
    public void Write_InvalidDocument_Throws()
    {
        var layout = Samples.Layout(2, [2], 2);
        var genome = new float[12];
        Assert.Throws<ArgumentException>(() => Written(new PolicyDocument("W", layout, genome[1..])));
        Assert.Throws<ArgumentException>(() => Written(new PolicyDocument(string.Empty, layout, genome)));
        genome[0] = float.NaN;
        Assert.Throws<ArgumentException>(() => Written(new PolicyDocument("W", layout, genome)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"later\":[1]}")]
    [InlineData("{\"\\ud800skId\":1,\"\\udc00\":2}")]
    public void Accepts_ByteOrderMarkAndKeysOfNewerNodes(string gaia)
    {
        var text = "\uFEFF" + Valid().Replace("\"output\"", $"\"gaia\":{gaia},\"output\"", StringComparison.Ordinal);
        Assert.True(PolicyFile.Read(Encoding.UTF8.GetBytes(text)).IsOk);
    }

    /// <summary>A valid policy of 2 inputs, 2 hidden and 1 output, as text to spoil.</summary>
    internal static string Valid() =>
        """{"env":"W-v1","layers":[{"in":2,"out":2,"w":[[1,2],[3,4]],"b":[5,6],"act":"tanh"},"""
        + """{"in":2,"out":1,"w":[[7,8]],"b":[9],"act":"none"}],"output":"clip"}""";

    private static byte[] Written(PolicyDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        PolicyFile.Write(buffer, document);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The JSON with every number as the float32 it stands for: 1e-5 and 0.00001 are one.</summary>
    private static string Shape(JsonNode node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => member.Key + ":" + Shape(member.Value!)))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(item => Shape(item!)))}]",
        JsonValue value when value.TryGetValue(out float number) => number.ToString("R"),
        _ => node.ToJsonString(),
    };
}
