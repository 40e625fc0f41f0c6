using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Gaia.Core.Random;
using Gaia.EndToEnd.Processes;

namespace Gaia.EndToEnd.Hostility;

[Collection(ProcessCollection.Name)]
public sealed class StrangerTests : IDisposable
{
    private const int Bytes = 4096;
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task StrangersOnThePeerPort_AreRefusedAndCounted_AndTheNodeGoesOn()
    {
        await using RunningNode node = await RunningNode.StartAsync(_folder.At("n1"));
        byte[] garbage = new byte[Bytes];
        NumpyGenerator random = NumpyGenerator.FromSeed(7);
        for (int i = 0; i < garbage.Length; i++) garbage[i] = (byte)random.Integers(0, 256);
        garbage[0] = 0xEE;

        await SendAsync(node, garbage);
        await SendAsync(node, Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));

        await Until.TrueAsync(
            async () => await node.StatusAsync() is { } status
                && status.Refused.GetValueOrDefault("notTls") == 1
                && status.Refused.GetValueOrDefault("plainHttp") == 1,
            RunningNode.Patience,
            "both strangers are counted",
            () => node.Log);
        Assert.Equal("ok", (await node.StatusAsync())!.Health);
        await using RunningNode friend =
            await RunningNode.StartAsync(_folder.At("n2"), "--bootstrap", node.Ready.Address);
        await node.AwaitPeersAsync(1);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Sends bytes and waits until the node has closed the connection.</summary>
    private static async Task SendAsync(RunningNode node, byte[] bytes)
    {
        using TcpClient client = new();
        string port = node.Ready.Address[(node.Ready.Address.LastIndexOf(':') + 1)..];
        await client.ConnectAsync("127.0.0.1", int.Parse(port, CultureInfo.InvariantCulture));
        try
        {
            await client.GetStream().WriteAsync(bytes);
            byte[] answer = new byte[Bytes];
            while (await client.GetStream().ReadAsync(answer).AsTask()
                .WaitAsync(RunningNode.Patience, TimeProvider.System) > 0)
            {
                // A TLS alert or a word of farewell; then the end.
            }
        }
        catch (IOException)
        {
            // Closed with a reset: refused as well.
        }
    }
}
