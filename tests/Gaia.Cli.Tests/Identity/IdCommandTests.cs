using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;
using Gaia.Cli.Tests.Daemon;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Identity;

public sealed class IdCommandTests
{
    [Fact]
    public async Task Id_IsTheAddressAlone()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Answers("GET /v1/id", Canned.Identity, ApiJson.Default.IdentityView);

        CommandRun plain = await CommandRun.OfAsync("id", "--api", node.Api);
        Assert.Equal(ExitCode.Ok, plain.Exit);
        Assert.Equal(Canned.Identity.Address, plain.Output.TrimEnd());

        CommandRun json = await CommandRun.OfAsync("id", "--api", node.Api, "--json");
        Assert.Equal("gaia.id/1", json.Json.GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Id_ByDataDirectory_FindsTheNodeThatRunsThere()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Answers("GET /v1/id", Canned.Identity, ApiJson.Default.IdentityView);
        DirectoryInfo data = Directory.CreateTempSubdirectory("gaia-cli-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(data.FullName, "endpoint.json"),
                $$"""{"schema":"gaia.endpoint/1","api":"http://{{node.Api}}","address":"a","nodeId":"b","pid":1}""");
            CommandRun run = await CommandRun.OfAsync("id", "--data", data.FullName);
            Assert.Equal(ExitCode.Ok, run.Exit);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
