using System.Text;
using Gaia.Core.Random;
using Gaia.Core.Results;

namespace Gaia.Policies.Tests;

public sealed class PolicyFileErrorTests
{
    [Theory]
    [InlineData("\"env\":\"W-v1\",", "", "$.env", "missing", "required")]
    [InlineData("\"W-v1\"", "\"\"", "$.env", "\"\"", "id of a world")]
    [InlineData("\"W-v1\"", "7", "$.env", "7", "id of a world")]
    [InlineData("\"W-v1\"", "\"\\ud800\"", "$.env", "ud800", "id of a world")]
    [InlineData("\"output\"", "\"extra\":1,\"output\"", "$.extra", "unknown", "env, layers, output, dtype, gaia")]
    [InlineData("\"output\"", "\"a b\":1,\"output\"", "$[\"a b\"]", "unknown", "env, layers")]
    [InlineData("\"output\"", "\"\\udc00\":1,\"output\"", "$[\"?\"]", "unknown", "env, layers")]
    [InlineData("\"output\":\"clip\"", "\"output\":\"clip\",\"output\":\"tanh\"", "$.output", "twice", "one value")]
    [InlineData("\"clip\"", "\"softmax\"", "$.output", "softmax", "argmax, tanh, clip")]
    [InlineData("\"output\"", "\"dtype\":\"float64\",\"output\"", "$.dtype", "float64", "float32")]
    [InlineData("\"output\"", "\"gaia\":[],\"output\"", "$.gaia", "an array", "an object")]
    [InlineData("\"output\"", "\"gaia\":{\"taskId\":\"xy\"},\"output\"", "$.gaia.taskId", "xy", "64 hexadecimal")]
    [InlineData("\"output\"", "\"gaia\":{\"score\":NaN},\"output\"", "$.gaia.score", "NaN", "finite")]
    [InlineData("\"tanh\"", "\"sigmoid\"", "$.layers[0].act", "sigmoid", "tanh, relu, none")]
    [InlineData("\"none\"", "\"relu\"", "$.layers[1].act", "relu", "none, for the last layer")]
    [InlineData("\"b\":[9]", "\"c\":1,\"b\":[9]", "$.layers[1].c", "unknown", "in, out, w, b, act")]
    [InlineData("\"b\":[9],", "", "$.layers[1].b", "missing", "required")]
    [InlineData("\"b\":[9]", "\"b\":[]", "$.layers[1].b", "0 numbers", "1 numbers")]
    [InlineData("\"b\":[9]", "\"b\":9", "$.layers[1].b", "9", "an array of numbers")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[[7]]", "$.layers[1].w[0]", "1 numbers", "2 numbers, as \"in\" says")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[[7,8],[1,2]]", "$.layers[1].w", "2 rows", "1 rows")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[7]", "$.layers[1].w[0]", "7", "an array of numbers")]
    [InlineData("\"w\":[[7,8]]", "\"w\":null", "$.layers[1].w", "null", "an array of rows")]
    [InlineData("{\"in\":2,\"out\":1", "{\"in\":0,\"out\":1", "$.layers[1].in", "0", "1 to 4096")]
    [InlineData("{\"in\":2,\"out\":1", "{\"in\":2.5,\"out\":1", "$.layers[1].in", "2.5", "1 to 4096")]
    [InlineData("{\"in\":2,\"out\":1", "{\"in\":1e99,\"out\":1", "$.layers[1].in", "1e99", "1 to 4096")]
    [InlineData("\"clip\"", "\"identity\"", "$.output", "identity", "one layer whose \"in\" is 0")]
    [InlineData("\"output\"", "\"arguments\":3,\"output\"", "$.arguments", "3", "an object of up to 16 numbers")]
    [InlineData("\"output\"", "\"arguments\":{\"g\":\"x\"},\"output\"", "$.arguments.g", "\"x\"", "finite number")]
    [InlineData("\"output\"", "\"arguments\":{\"g\":NaN},\"output\"", "$.arguments.g", "NaN", "finite number")]
    [InlineData("\"output\"", "\"arguments\":{\"g\":1,\"g\":1},\"output\"", "$.arguments.g", "twice", "one value")]
    [InlineData("\"output\"", "\"arguments\":{\"\":1},\"output\"", "$.arguments[\"\"]", "name", "1 to 64 characters")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[[7,NaN]]", "$.layers[1].w[0][1]", "NaN", "finite")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[[7,-Infinity]]", "$.layers[1].w[0][1]", "-Infinity", "finite")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[[7,1e39]]", "$.layers[1].w[0][1]", "1e39", "float32's range")]
    [InlineData("\"w\":[[7,8]]", "\"w\":[[7,\"8\"]]", "$.layers[1].w[0][1]", "\"8\"", "finite")]
    public void Rejects_OneError_NamesPathAndWhatIsAllowed(
        string old, string spoilt, string path, string found, string allowed)
    {
        var text = PolicyFileTests.Valid();
        Assert.Contains(old, text, StringComparison.Ordinal);
        var error = Assert.Single(Errors(text.Replace(old, spoilt, StringComparison.Ordinal)));
        Assert.Equal(path, error.Path);
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_ManyErrors_NamesEachInFileOrder()
    {
        const string Text =
            """
            {"env": 1, "extra": 2, "dtype": "f8", "layers": [
              {"in": 2, "out": 2, "w": [[NaN, 2], [3, Infinity, 4]], "b": [5], "act": "tanh"},
              {"in": 3, "out": 2, "w": [[1, 2, 3]], "b": ["x", -NaN], "act": "relu"},
              {"in": 2, "out": 1, "w": [[1, 2]], "b": [1], "act": "tanh"}]}
            """;
        Assert.Equal(
            [
                "$.extra", "$.output", "$.env", "$.dtype",
                "$.layers[0].w[0][0]", "$.layers[0].w[1]", "$.layers[0].w[1][1]", "$.layers[0].b",
                "$.layers[1].w", "$.layers[1].b[0]",
                "$.layers[1].in", "$.layers[1].act", "$.layers[2].act",
            ],
            Errors(Text.Replace("-NaN", "0", StringComparison.Ordinal)).Select(error => error.Path));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("nonsense", "$")]
    [InlineData("{\"env\":\"W\"", "$.env")]
    [InlineData("{\"env\":\"W\",}", "$.env")]
    [InlineData("{\"layers\":[{\"w\":[[1,2],[3,+4]]}]}", "$.layers[0].w[1][1]")]
    [InlineData("{\"layers\":[{\"w\":[[1,2],[3,-NaN]]}]}", "$.layers[0].w[1][1]")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}", "$.a[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]")]
    public void Rejects_TextThatIsNoJson_NamesWhereItEnds(string text, string path)
    {
        var error = Assert.Single(Errors(text));
        Assert.Equal(path, error.Path);
        Assert.Contains("not JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_SecondValueAfterThePolicy() =>
        Assert.Equal("$", Assert.Single(Errors(PolicyFileTests.Valid() + "{}")).Path);

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Rejects_JsonThatIsNoObject(string text) =>
        Assert.Equal(new ValidationError("$", Errors(text)[0].Message, "an object"), Assert.Single(Errors(text)));

    [Fact]
    public void Rejects_EliteIdOfAnotherGenome()
    {
        var text = PolicyFileTests.Valid().Replace(
            "\"output\"", $"\"gaia\":{{\"eliteId\":\"{new string('a', 64)}\"}},\"output\"", StringComparison.Ordinal);
        var error = Assert.Single(Errors(text));
        Assert.Equal("$.gaia.eliteId", error.Path);
        Assert.Equal(64, error.Allowed.Length);
    }

    [Fact]
    public void Rejects_LayersThatDoNotMeet()
    {
        var text = PolicyFileTests.Valid()
            .Replace("\"in\":2,\"out\":1", "\"in\":3,\"out\":1", StringComparison.Ordinal)
            .Replace("[[7,8]]", "[[7,8,0]]", StringComparison.Ordinal);
        var error = Assert.Single(Errors(text));
        Assert.Equal("$.layers[1].in", error.Path);
        Assert.Contains("2", error.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Rejects_TooFewOrTooManyLayers(int count)
    {
        const string Layer = """{"in":1,"out":1,"w":[[1]],"b":[1],"act":"none"}""";
        var layers = string.Join(',', Enumerable.Repeat(Layer, count));
        var error = Assert.Single(Errors($$"""{"env":"W","layers":[{{layers}}],"output":"clip"}"""));
        Assert.Equal("$.layers", error.Path);
        Assert.Contains("1 to 9", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_MoreBytesThanAllowed_BeforeParsing()
    {
        var text = PolicyFileTests.Valid();
        Assert.True(Read(text, new PolicyFileOptions { MaxBytes = text.Length }).IsOk);
        var error = Assert.Single(Read(text, new PolicyFileOptions { MaxBytes = text.Length - 1 }).Errors);
        Assert.Equal("$", error.Path);
        var large = new byte[(4 << 20) + 1];
        Assert.Contains("4194304", Assert.Single(PolicyFile.Read(large).Errors).Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_MoreErrorsThanListed_CountsTheRest()
    {
        var row = string.Join(',', Enumerable.Repeat("NaN", 100));
        var text = $$"""{"env":"W","layers":[{"in":100,"out":1,"w":[[{{row}}]],"b":[0],"act":"none"}],"""
            + "\"output\":\"clip\"}";
        var errors = Read(text, new PolicyFileOptions { MaxErrors = 10 }).Errors;
        Assert.Equal(11, errors.Count);
        Assert.Equal("$.layers[0].w[0][9]", errors[9].Path);
        Assert.Contains("90 more", errors[10].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfSpoiltBytes_NeverThrows()
    {
        var random = new PhiloxStream(99);
        var valid = Encoding.UTF8.GetBytes(PolicyFileTests.Valid());
        var refused = 0;
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = valid[..(int)random.NextBelow((uint)valid.Length + 1)];
            for (var spoilt = random.NextBelow(4); spoilt > 0 && bytes.Length > 0; spoilt--)
                bytes[random.NextBelow((uint)bytes.Length)] = (byte)random.NextUInt32();
            refused += PolicyFile.Read(bytes).IsOk ? 0 : 1;
        }

        Assert.InRange(refused, 4_900, 5_000);
    }

    [Fact]
    public void Read_OfSpoiltTokens_NeverThrows()
    {
        string[] tokens =
            ["{", "}", "[", "]", ",", ":", "\"env\"", "\"layers\"", "\"w\"", "NaN", "-1e5", "null", "\"\\ud800\"", "1"];
        var random = new PhiloxStream(100);
        var valid = PolicyFileTests.Valid();
        for (var round = 0; round < 5_000; round++)
        {
            var at = (int)random.NextBelow((uint)valid.Length);
            var end = Math.Min(valid.Length, at + (int)random.NextBelow(6));
            var text = valid[..at] + tokens[random.NextBelow((uint)tokens.Length)] + valid[end..];
            var result = Read(text, new PolicyFileOptions());
            Assert.True(result.IsOk || result.Errors.All(error => error.Path.StartsWith('$')));
        }
    }

    private static IReadOnlyList<ValidationError> Errors(string text) => Read(text, new PolicyFileOptions()).Errors;

    private static Result<PolicyDocument> Read(string text, PolicyFileOptions options) =>
        PolicyFile.Read(Encoding.UTF8.GetBytes(text), options);
}
