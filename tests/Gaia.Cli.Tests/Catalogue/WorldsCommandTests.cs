using System.Text.Json;
using Gaia.Cli.Catalogue;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;
using Gaia.Worlds;
using Gaia.Worlds.Functions;

namespace Gaia.Cli.Tests.Catalogue;

public sealed class WorldsCommandTests
{
    private static readonly string[] Keys =
    [
        "id", "group", "observation", "action", "horizonSteps", "solvedScore", "seeded", "source", "reference",
        "description", "arguments",
    ];

    [Fact]
    public async Task Worlds_AsJson_HoldsTheWholeCatalogue()
    {
        CommandRun run = await CommandRun.OfAsync("worlds", "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal("gaia.worlds/1", run.Json.GetProperty("schema").GetString());
        JsonElement[] worlds = [.. run.Json.GetProperty("worlds").EnumerateArray()];
        Assert.Equal(WorldCatalog.All.Select(world => world.Id), worlds.Select(Id));
        Assert.All(worlds, world =>
        {
            Assert.Equal(Keys, world.EnumerateObject().Select(property => property.Name));
            WorldCatalog.TryFind(Id(world), out WorldInfo? info);
            JsonElement observation = world.GetProperty("observation");
            Assert.Equal("box", observation.GetProperty("kind").GetString());
            Assert.Equal(info!.ObservationSize, observation.GetProperty("size").GetInt32());
            Assert.Equal(info.ObservationSize, observation.GetProperty("low").GetArrayLength());
            Assert.Equal(info.ActionSize, world.GetProperty("action").GetProperty("size").GetInt32());
            Assert.Equal(info.HorizonSteps, world.GetProperty("horizonSteps").GetInt32());
            Assert.Equal(info.SolvedScore, world.GetProperty("solvedScore").GetDouble());
            Assert.Equal(info.IsSeeded, world.GetProperty("seeded").GetBoolean());
            Assert.Equal(info.Arguments.Length, world.GetProperty("arguments").GetArrayLength());
        });
    }

    [Fact]
    public async Task Worlds_OneAsJson_GivesNullForNoBound()
    {
        CommandRun run = await CommandRun.OfAsync("worlds", "CartPole-v1", "--json");
        JsonElement world = Assert.Single(run.Json.GetProperty("worlds").EnumerateArray());
        JsonElement low = world.GetProperty("observation").GetProperty("low");
        Assert.Equal(-4.8f, low[0].GetSingle());
        Assert.Equal(JsonValueKind.Null, low[1].ValueKind);
        JsonElement action = world.GetProperty("action");
        Assert.Equal("discrete", action.GetProperty("kind").GetString());
        Assert.False(action.TryGetProperty("low", out _));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public async Task Worlds_AsTable_FitsAndNamesEachWorldInARowOfItsOwn(int columns)
    {
        CommandRun run = await CommandRun.InAsync([], columns, ["worlds"]);

        Assert.Equal(ExitCode.Ok, run.Exit);
        string[] lines = run.Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, columns));
        Assert.All(WorldCatalog.All, world =>
        {
            string row = Assert.Single(lines, line => line.TrimStart('│', ' ').StartsWith(world.Id + " "));
            Assert.Contains($" {world.ObservationSize} ", row, StringComparison.Ordinal);
            Assert.Contains(SpaceText.Action(world), row, StringComparison.Ordinal);
            string last = columns < 120 ? world.Description.Split(' ')[0] : world.Source[..9];
            Assert.Contains($" {last}", row, StringComparison.Ordinal);
        });
        Assert.Contains("horizon", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worlds_One_ShowsEverythingAboutIt()
    {
        foreach (WorldInfo world in WorldCatalog.All)
        {
            CommandRun run = await CommandRun.InAsync([], 80, ["worlds", world.Id]);
            Assert.Equal(ExitCode.Ok, run.Exit);
            Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
            string text = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith($"{world.Id} {world.Description}", text, StringComparison.Ordinal);
            Assert.Contains(world.Source, text, StringComparison.Ordinal);
            Assert.All(world.Arguments, argument =>
            {
                Assert.Contains($"{argument.Name} {argument.Range}, default ", text, StringComparison.Ordinal);
                Assert.Contains(argument.Description, text, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task Worlds_One_CountsNeighboursOfOneRange()
    {
        CommandRun run = await CommandRun.OfAsync("worlds", "LunarLander-v3");
        Assert.Contains(
            "8 values: -2.5..2.5 x 2, -10..10 x 2, -6.28319..6.28319, -10..10, 0..1 x 2", run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worlds_AsJson_HoldsEveryFunction()
    {
        CommandRun run = await CommandRun.OfAsync("worlds", "--json");
        JsonElement[] functions = [.. run.Json.GetProperty("functions").EnumerateArray()];
        Assert.Equal(FunctionCatalog.All.Select(function => function.Id), functions.Select(Id));
        Assert.All(FunctionCatalog.All.Zip(functions), pair =>
        {
            Assert.Equal(pair.First.LowerBound, pair.Second.GetProperty("lowerBound").GetDouble());
            Assert.Equal(pair.First.UpperBound, pair.Second.GetProperty("upperBound").GetDouble());
            Assert.Equal(pair.First.BestValue is not null, pair.Second.TryGetProperty("bestValue", out _));
            JsonElement variables = pair.Second.GetProperty("arguments")[0];
            Assert.Equal("dimension", variables.GetProperty("name").GetString());
            Assert.Equal(pair.First.MaximumDimension, variables.GetProperty("maximum").GetDouble());
        });
    }

    [Theory]
    [InlineData(80)]
    [InlineData(160)]
    public async Task Worlds_AsTable_NamesEachFunctionInARowOfItsOwn(int columns)
    {
        CommandRun run = await CommandRun.InAsync([], columns, ["worlds"]);
        string[] lines = run.Output.Split('\n');
        Assert.All(FunctionCatalog.All, function =>
        {
            string row = Assert.Single(lines, line => line.TrimStart('│', ' ').StartsWith(function.Id + " "));
            Assert.Contains($"{function.MinimumDimension}", row, StringComparison.Ordinal);
            Assert.Contains(function.Title[..3], row, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Worlds_OneFunction_ShowsEverythingAboutIt()
    {
        foreach (FunctionInfo function in FunctionCatalog.All)
        {
            CommandRun run = await CommandRun.InAsync([], 80, ["worlds", function.Id]);
            Assert.Equal(ExitCode.Ok, run.Exit);
            Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
            string text = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            string beginning = $"{function.Id}: {function.Title} {function.Description}";
            Assert.StartsWith(beginning, text, StringComparison.Ordinal);
            Assert.Contains(function.Source, text, StringComparison.Ordinal);
            Assert.Contains($"dimension {function.Arguments[0].Range}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Worlds_MistypedFunction_NamesNearOnes()
    {
        CommandRun run = await CommandRun.OfAsync("worlds", "bbob-8");
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("'bbob-f8'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worlds_UnknownOne_NamesNearOnesAndTheList()
    {
        CommandRun run = await CommandRun.OfAsync("worlds", "LunarLander-v2");
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Empty(run.Output);
        string line = Assert.Single(run.ErrorLines);
        Assert.Contains("'LunarLander-v2'; did you mean 'LunarLander-v3'", line, StringComparison.Ordinal);
        Assert.Contains("`gaianode worlds` lists them all", line, StringComparison.Ordinal);
    }

    private static string Id(JsonElement world) => world.GetProperty("id").GetString()!;
}
