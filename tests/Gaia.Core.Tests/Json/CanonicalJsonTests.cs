using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Json;
using Gaia.Core.Results;

namespace Gaia.Core.Tests.Json;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, section 3.2.2: the example that carries through the document.</summary>
    private const string RfcExample = """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """;

    /// <summary>RFC 8785, section 3.2.3: names whose order tells UTF-16 code units from code points.</summary>
    private const string RfcSorting = """
        {
          "\u20ac": "Euro Sign",
          "\r": "Carriage Return",
          "\ufb33": "Hebrew Letter Dalet With Dagesh",
          "1": "One",
          "\ud83d\ude00": "Emoji: Grinning Face",
          "\u0080": "Control",
          "\u00f6": "Latin Small Letter O With Diaeresis"
        }
        """;

    [Fact]
    public void Canonicalize_ExampleOfTheRfc_IsItsText() => Assert.Equal(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"""
        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        Text(RfcExample));

    [Fact]
    public void Canonicalize_SortingExampleOfTheRfc_IsInItsOrder()
    {
        using var document = JsonDocument.Parse(Text(RfcSorting));
        Assert.Equal(
            [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ],
            document.RootElement.EnumerateObject().Select(member => member.Value.GetString()));
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("1e-999", "0")]
    [InlineData("\"\\b\\t\\n\\f\\r\\u001f\\u007f\"", "\"\\b\\t\\n\\f\\r\\u001f\u007f\"")]
    [InlineData(
        "{\"b\":{\"z\":1,\"a\":[{\"y\":1,\"x\":2}]},\"a\":2}",
        "{\"a\":2,\"b\":{\"a\":[{\"x\":2,\"y\":1}],\"z\":1}}")]
    [InlineData("{\"\":1,\"a\":{}}", "{\"\":1,\"a\":{}}")]
    [InlineData("{\"aa\":1,\"a\":2,\"B\":3}", "{\"B\":3,\"a\":2,\"aa\":1}")]
    public void Canonicalize_SmallValues_AreAsExpected(string json, string expected)
    {
        Assert.Equal(expected, Text(json));
        Assert.Equal(expected, TextOf(CanonicalJson.Canonicalize(JsonNode.Parse(json))));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(expected, TextOf(CanonicalJson.Canonicalize(document.RootElement)));
    }

    [Fact]
    public void Canonicalize_PartOfADocument_IsThatPart()
    {
        using var document = JsonDocument.Parse("""{"a": {"c": 1, "b": 2.0}}""");
        Assert.Equal(
            """{"b":2,"c":1}""",
            TextOf(CanonicalJson.Canonicalize(document.RootElement.GetProperty("a"))));
    }

    [Fact]
    public void Canonicalize_NodeOfClrValues_PrintsThemAsDoubles()
    {
        var node = new JsonObject
        {
            ["float"] = 0.1f,
            ["decimal"] = 1.50m,
            ["long"] = 9007199254740993L,
            ["byte"] = (byte)7,
            ["text"] = "\u00e4",
            ["id"] = Guid.Empty,
            ["flag"] = true,
            ["none"] = null,
        };
        Assert.Equal(
            """{"byte":7,"decimal":1.5,"flag":true,"float":0.1,"id":"00000000-0000-0000-0000-000000000000","""
            + "\"long\":9007199254740992,\"none\":null,\"text\":\"\u00e4\"}",
            TextOf(CanonicalJson.Canonicalize(node)));
        Assert.Equal("null", TextOf(CanonicalJson.Canonicalize((JsonNode?)null)));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "$.a", "twice")]
    [InlineData("{\"x\":{\"a\":1,\"\\u0061\":2}}", "$.x.a", "twice")]
    [InlineData("[1,{\"k y\":1e400}]", "$[1]['k y']", "range")]
    [InlineData("[-1e400]", "$[0]", "range")]
    [InlineData("[\"\\ud800\"]", "$[0]", "Unicode")]
    [InlineData("[\"\\udc00\\ud800\"]", "$[0]", "Unicode")]
    [InlineData("{\"\\ud83d\":1}", "$", "Unicode")]
    [InlineData("", "$", "not JSON")]
    [InlineData("   ", "$", "not JSON")]
    [InlineData("{\"a\":[1,2,", "$.a[2]", "not JSON")]
    [InlineData("{\"a\":NaN}", "$.a", "not JSON")]
    [InlineData("[Infinity]", "$[0]", "not JSON")]
    [InlineData("[1,]", "$[1]", "not JSON")]
    [InlineData("[1 /* one */]", "$[1]", "not JSON")]
    [InlineData("[01]", "$[0]", "not JSON")]
    [InlineData("{} {}", "$", "not JSON")]
    [InlineData("{'a':1}", "$", "not JSON")]
    [InlineData("[\"a\tb\"]", "$[0]", "not JSON")]
    public void Rejects_TextWithoutCanonicalForm_NamesPathAndCause(string json, string path, string cause)
    {
        var result = CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json));

        var error = Assert.Single(result.Errors);
        Assert.Equal(path, error.Path);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.Contains("(byte ", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Allowed);
    }

    [Fact]
    public void Rejects_InvalidUtf8()
    {
        byte[][] texts =
        [
            [0x22, 0xff, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0xef, 0xbb, 0xbf, 0x31], [0x22, 0xc0, 0xaf, 0x22],
        ];
        Assert.All(texts, text => Assert.False(CanonicalJson.Canonicalize(text).IsOk));
    }

    [Fact]
    public void Depth_AtTheLimit_IsAcceptedAndBeyondRejected()
    {
        static string Nested(int levels) => new string('[', levels) + new string(']', levels);

        Assert.Equal(Nested(64), Text(Nested(64)));
        Assert.True(CanonicalJson.Canonicalize(JsonNode.Parse(Nested(64))).IsOk);
        Assert.Equal(Nested(3), TextOf(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(Nested(3)), 3)));

        foreach (var levels in new[] { 65, 66, 100_000 })
        {
            var error = Assert.Single(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(Nested(levels))).Errors);
            Assert.Contains("too deep", error.Message, StringComparison.Ordinal);
            Assert.Equal("at most 64 levels", error.Allowed);
        }

        var node = JsonNode.Parse("[[[[]]]]");
        var nodeError = Assert.Single(CanonicalJson.Canonicalize(node, 3).Errors);
        Assert.Contains("too deep", nodeError.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Canonicalize_LimitOutOfRange_Throws(int maxDepth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CanonicalJson.Canonicalize("1"u8, maxDepth));

    [Fact]
    public void Rejects_NodesWithoutCanonicalForm()
    {
        (JsonNode Node, string Path)[] cases =
        [
            (new JsonObject { ["a"] = double.NaN }, "$.a"),
            (new JsonObject { ["a"] = new JsonArray(1, float.PositiveInfinity) }, "$.a[1]"),
            (new JsonArray("\ud800"), "$[0]"),
            (new JsonObject { ["\udc00"] = 1 }, "$['\uFFFD']"),
            (JsonNode.Parse("""{"b":{"a":1,"a":2}}""")!, "$.b"),
            (JsonNode.Parse("[\"\\ud800\"]")!, "$[0]"),
            (JsonNode.Parse("[1e999]")!, "$[0]"),
        ];
        foreach (var (node, path) in cases)
            Assert.Equal(path, Assert.Single(CanonicalJson.Canonicalize(node).Errors).Path);
    }

    [Fact]
    public void IsCanonical_OnlyForItsOwnForm()
    {
        Assert.True(CanonicalJson.IsCanonical("""{"a":1,"b":[]}"""u8));
        Assert.False(CanonicalJson.IsCanonical("""{"b":[],"a":1}"""u8));
        Assert.False(CanonicalJson.IsCanonical("""{"a":1.0,"b":[]}"""u8));
        Assert.False(CanonicalJson.IsCanonical("nothing"u8));
    }

    /// <summary>Whatever the bytes: a result, and if a good one, a fixed point that says the same.</summary>
    [Fact]
    public void Canonicalize_AnyBytes_NeverThrowsAndIsIdempotent()
    {
        const string alphabet = "{}[]\",:0123456789.-+eE\\u\ud83d\ude00 tfnrualsed\u0001\u00e4";
        var texts = Gen.ListOf(Gen.Elements(alphabet.ToCharArray()))
            .Select(characters => Encoding.Unicode.GetBytes([.. characters]))
            .Select(bytes => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes)));
        var noise = Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value));
        var mutations = Gen.Choose(0, 255).SelectMany(value => Gen.Choose(0, 200).Select(at =>
        {
            var bytes = Encoding.UTF8.GetBytes(RfcExample);
            bytes[at % bytes.Length] = (byte)value;
            return bytes;
        }));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(Gen.OneOf(texts, noise, mutations).ToArbitrary(), bytes =>
                !CanonicalJson.Canonicalize(bytes).TryGet(out var canonical) || CanonicalJson.IsCanonical(canonical)));
    }

    private static string Text(string json) => TextOf(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private static string TextOf(Result<byte[]> result) => Encoding.UTF8.GetString(result.Value);
}
