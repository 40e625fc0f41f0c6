using System.Net;
using System.Net.Sockets;
using Gaia.Node.Hosting;
using Gaia.Node.Tests.Rigs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Start_SecondNodeOnOneDirectory_NamesTheDirectory()
    {
        using var data = new TestDirectory();
        await using var first = await TestNode.StartAsync(TestNode.Options(data.Path));

        var second = await TestNode.TryStartAsync(TestNode.Options(data.Path));

        AssertFailed(second, StartFault.DataInUse, data.Path);
        Assert.Contains("another node", second.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("stop it, or choose another one with --data", second.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("ok", first.Status.Health);
    }

    [Fact]
    public async Task Start_OnATakenPeerPort_NamesThePort()
    {
        using var data = new TestDirectory();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var endpoint = (IPEndPoint)taken.LocalEndpoint;

        var result = await TestNode.TryStartAsync(TestNode.Options(data.Path) with { Listen = endpoint });

        AssertFailed(result, StartFault.Listen, endpoint.Port.ToString());
        await using var next = await TestNode.StartAsync(TestNode.Options(data.Path));
    }

    [Fact]
    public async Task Start_OnATakenApiPort_NamesThePort()
    {
        using var data = new TestDirectory();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var endpoint = (IPEndPoint)taken.LocalEndpoint;

        var result = await TestNode.TryStartAsync(TestNode.Options(data.Path) with { Api = endpoint });

        AssertFailed(result, StartFault.Api, endpoint.Port.ToString());
        Assert.Contains("--api", result.Failure!.Message, StringComparison.Ordinal);
        await using var next = await TestNode.StartAsync(TestNode.Options(data.Path));
    }

    [Fact]
    public async Task Start_AdvertisingWhatIsNoHost_SaysSoInWords()
    {
        using var data = new TestDirectory();

        var result = await TestNode.TryStartAsync(TestNode.Options(data.Path) with { Advertise = "no host" });

        AssertFailed(result, StartFault.Advertise, "is no host name");
        Assert.Contains("--advertise", result.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Fault", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhereTheDirectoryIsAFile_SaysSo()
    {
        using var data = new TestDirectory();
        await File.WriteAllTextAsync(data.Sub("file"), "");

        var result = await TestNode.TryStartAsync(TestNode.Options(data.Sub("file")));

        AssertFailed(result, StartFault.DataDirectory, data.Sub("file"));
    }

    [Fact]
    public async Task Start_OnACorruptStore_SaysWhatToDo()
    {
        using var data = new TestDirectory();
        await File.WriteAllTextAsync(data.Sub(Storage.GaiaStore.FileName), new string('x', 8192));

        var result = await GaiaNode.StartAsync(
            TestNode.Options(data.Path), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

        AssertFailed(result, StartFault.Store, data.Path);
    }

    [Fact]
    public async Task Start_OnADamagedIdentity_SaysWhatToDo()
    {
        using var data = new TestDirectory();
        var key = data.Sub("identity.key");
        await File.WriteAllTextAsync(key, "no key");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        AssertFailed(await TestNode.TryStartAsync(TestNode.Options(data.Path)), StartFault.Identity, key);
    }

    [Fact]
    public async Task Start_WithoutTheKeyOfItsStore_RefusesAndMakesNone()
    {
        using var data = new TestDirectory();
        var options = TestNode.Options(data.Path);
        var key = data.Sub("identity.key");
        var first = await StartOnDiskAsync(options);
        Assert.True(first.Succeeded, first.Failure?.Message);
        await first.Node.StopAsync();
        File.Move(key, data.Sub("away"));

        var second = await StartOnDiskAsync(options);

        AssertFailed(second, StartFault.Identity, key);
        Assert.Contains(first.Node.Id.Short, second.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("put the key back", second.Failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(key));
        File.Move(data.Sub("away"), key);
        var third = await StartOnDiskAsync(options);
        Assert.Equal(first.Node.Id, third.Node?.Id);
        await third.Node!.StopAsync();
    }

    [Fact]
    public async Task Start_AndStop_WriteAndRemoveTheEndpointFile()
    {
        using var data = new TestDirectory();
        var path = data.Sub("endpoint.json");
        await using (var node = await TestNode.StartAsync(TestNode.Options(data.Path)))
        {
            var text = await File.ReadAllTextAsync(path);
            Assert.Contains(node.Node.Address.ToString(), text, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                Assert.Equal(Owner, File.GetUnixFileMode(path));
                Assert.Equal(Owner, File.GetUnixFileMode(data.Sub("api.token")));
            }
        }

        Assert.False(File.Exists(path));
    }

    private static Task<StartResult> StartOnDiskAsync(NodeOptions options) => GaiaNode.StartAsync(
        options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    private static void AssertFailed(StartResult result, StartFault fault, string named)
    {
        Assert.Equal(fault, result.Failure?.Fault);
        Assert.Contains(named, result.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Failure.Message);
    }
}
