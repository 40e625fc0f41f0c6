using System.Text;
using Gaia.Core.Results;
using Gaia.Islands.Tasks;
using Gaia.Policies;
using Gaia.Worlds.Functions;

namespace Gaia.Islands.Tests.Tasks;

/// <summary>Manifests whose world is a function, and the arguments of both.</summary>
public sealed class FunctionManifestTests
{
    [Fact]
    public void Read_FunctionAlone_TakesEveryDefault()
    {
        var task = Read("{'id':'bbob-f8'}").Value;

        Assert.Equal(MlpLayout.Vector(10), task.Layout);
        Assert.Equal(PolicyTerms.Vector, task.Manifest.Policy.Type);
        Assert.Equal(1, task.Manifest.Fitness.Episodes);
        Assert.Equal((10.0, 1.0), (task.Problem.Arguments[0], task.Problem.Arguments[1]));
        Assert.Empty(task.World.Arguments);
        Assert.Empty(task.Problem.Validate());
        var best = FunctionCatalog.Create("bbob-f8", 10, 1).Optimum!.Value;
        Assert.Equal(-(best + 1e-8), task.Manifest.Solved.Score);
    }

    [Fact]
    public void Read_FunctionWithArguments_IsThatInstance()
    {
        var task = Read(
            "{'id':'bbob-f8','arguments':{'instance':7,'dimension':3}}",
            "'policy':{'type':'vector'},'fitness':{'episodes':2},'solved':{'score':-5}").Value;

        Assert.Equal(MlpLayout.Vector(3), task.Layout);
        Assert.Equal(2, task.Manifest.Fitness.Episodes);
        Assert.Equal(-5.0, task.Manifest.Solved.Score);
        Assert.Equal((3.0, 7.0), (task.Problem.Arguments[0], task.Problem.Arguments[1]));
        var text = Encoding.UTF8.GetString(task.CanonicalBytes);
        Assert.Contains(
            Json("'world':{'arguments':{'dimension':3,'instance':7},'id':'bbob-f8'}"), text, StringComparison.Ordinal);
        Assert.Contains(Json("'policy':{'type':'vector'}"), text, StringComparison.Ordinal);
        Assert.Equal(task.Id, ManifestReader.Read(task.CanonicalBytes).Value.Id);
        Assert.Equal(task.Problem, ManifestReader.Read(task.CanonicalBytes).Value.Problem);
    }

    [Fact]
    public void Read_DefaultSpelledOut_IsTheSameTask()
    {
        var plain = Read("{'id':'bbob-f8'}").Value;
        var spelled = Read(
            "{'id':'bbob-f8','arguments':{'instance':1.0,'dimension':1e1}}", "'policy':{'type':'vector'}").Value;
        var other = Read("{'id':'bbob-f8','arguments':{'instance':2}}").Value;

        Assert.Equal(plain.Id, spelled.Id);
        Assert.NotEqual(plain.Id, other.Id);
    }

    [Fact]
    public void Read_WorldWithArguments_EvaluatesInThatWorld()
    {
        var task = Read("{'id':'LunarLander-v3','arguments':{'gravity':-5.5}}").Value;

        Assert.Equal(-5.5, task.Problem.Arguments[0]);
        Assert.Equal(-5.5, Assert.Single(task.World.Arguments).Value);
        Assert.NotEqual(Read("{'id':'LunarLander-v3'}").Value.Id, task.Id);
        Assert.Contains(
            Json("'world':{'arguments':{'gravity':-5.5},'id':'LunarLander-v3'}"),
            Encoding.UTF8.GetString(task.CanonicalBytes),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bbob-f8", "dimension", "1", "2 to 40, whole, default 10")]
    [InlineData("bbob-f8", "dimension", "41", "2 to 40, whole, default 10")]
    [InlineData("bbob-f8", "dimension", "2.5", "2 to 40, whole, default 10")]
    [InlineData("bbob-f8", "dimension", "'ten'", "2 to 40, whole, default 10")]
    [InlineData("bbob-f8", "dimension", "1e400", "2 to 40, whole, default 10")]
    [InlineData("bbob-f8", "instance", "0", "1 to 1000, whole, default 1")]
    [InlineData("bbob-f8", "size", "3", "dimension, 2 to 40, whole, default 10; instance, 1 to 1000, whole, default 1")]
    [InlineData("trap-4", "dimension", "6", "4 to 4096, a multiple of 4, default 40")]
    [InlineData("LunarLander-v3", "gravity", "-13", "default -10")]
    [InlineData("CartPole-v1", "gravity", "-9", "no arguments")]
    public void Rejects_FaultyArgument_NamesPathRangeAndDefault(string id, string name, string json, string allowed)
    {
        var error = Assert.Single(Read($"{{'id':'{id}','arguments':{{'{name}':{json}}}}}").Errors);

        Assert.Equal($"$.world.arguments.{name}", error.Path);
        Assert.EndsWith(allowed, error.Allowed.Replace(": this world has none", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CartPole-v1", "vector", "CartPole-v1 is a world", "mlp")]
    [InlineData("bbob-f1", "mlp", "bbob-f1 is a function", "vector")]
    public void Rejects_PolicyOfTheOtherKind_SaysWhy(string id, string type, string message, string allowed)
    {
        var read = Read($"{{'id':'{id}'}}", $"'policy':{{'type':'{type}'}}");

        var error = Assert.Single(read.Errors);
        Assert.Equal("$.policy.type", error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(allowed, error.Allowed);
    }

    [Fact]
    public void Rejects_LayersOfAVector_NamesThem()
    {
        var read = Read("{'id':'sphere'}", "'policy':{'type':'vector','hidden':[4]}");

        var error = Assert.Single(read.Errors);
        Assert.Equal("$.policy.hidden", error.Path);
        Assert.Contains("a vector has no layers", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_FunctionOfSeveralObjectives_SaysWhy()
    {
        var error = Assert.Single(Read("{'id':'zdt1'}").Errors);

        Assert.Equal("$.world.id", error.Path);
        Assert.Contains("2 objectives", error.Message, StringComparison.Ordinal);
        Assert.Contains("of one objective", error.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LunarLander-v3", "wind_power", "; LunarLander-v3-wind has it.")]
    [InlineData("LunarLander-v3-continuous", "wind_power", "; LunarLander-v3-continuous-wind has it.")]
    [InlineData("LunarLander-v3", "sails", "\"sails\".")]
    [InlineData("CartPole-v1", "wind_power", "\"wind_power\".")]
    public void Rejects_ArgumentOfASibling_NamesIt(string id, string name, string end)
    {
        var error = Assert.Single(Read($"{{'id':'{id}','arguments':{{'{name}':1}}}}").Errors);

        Assert.EndsWith(end, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryFunctionOfOneObjective_IsATask()
    {
        foreach (var function in FunctionCatalog.All.Where(function => function.Objectives == 1))
        {
            var read = Read($"{{'id':'{function.Id}'}}");
            Assert.True(read.IsOk, string.Join(" ", read.Errors));
            Assert.Empty(read.Value.Problem.Validate());
        }
    }

    [Fact]
    public void Read_SharpFunction_AsksForNoMoreThanFloatsCanReach()
    {
        var task = Read("{'id':'bbob-f13'}").Value;
        var function = FunctionCatalog.Create("bbob-f13", 10, 1);
        double[] rounded = [.. function.Optimum!.Point.Select(value => (double)(float)value)];

        Assert.True(function.Evaluate(rounded) > function.Optimum.Value + 1e-8);
        Assert.Equal(-function.Evaluate(rounded), task.Manifest.Solved.Score);
    }

    /// <summary>A manifest with apostrophes for quotation marks.</summary>
    private static Result<TaskDefinition> Read(string world, string? more = null) => ManifestReader.Read(
        Encoding.UTF8.GetBytes(Json(
            $"{{'schema':'gaia.task/1','name':'t','world':{world}{(more is null ? "" : "," + more)}}}")));

    private static string Json(string text) => text.Replace('\'', '"');
}
