using Gaia.EndToEnd.Liar;
using Gaia.Overlay.Peers;

// gaialiar ADDRESS...: joins these nodes, announces an elite with a false score, and ends with standard input.
List<PeerAddress> targets = [];
foreach (string argument in args)
{
    if (PeerAddress.TryParse(argument, out PeerAddress? address, out _)) targets.Add(address);
}

if (targets.Count == 0 || targets.Count < args.Length)
{
    Console.Error.WriteLine("usage: gaialiar gaia://<node id>@<host>:<port>...");
    return 2;
}

using CancellationTokenSource stop = new(TimeSpan.FromMinutes(5), TimeProvider.System);
Task<int> lying = new LyingNode(TimeProvider.System).RunAsync(targets, stop.Token);
Task input = Task.Run(() => Console.In.ReadToEnd());
await Task.WhenAny(lying, input);
await stop.CancelAsync();
try
{
    return await lying;
}
catch (OperationCanceledException)
{
    return 0;
}
