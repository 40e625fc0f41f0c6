using System.Globalization;

namespace Gaia.Storage.Tests.Crash;

/// <summary>A process that writes elites until it is killed, and says which ones were acknowledged.</summary>
public static class CrashProgram
{
    private const int MaximumWrites = 200_000;
    private const int Writers = 16;

    /// <summary>Above what the test writes: retention must not be taken for a loss.</summary>
    internal static readonly StorageOptions Options = new()
    {
        ElitesPerTask = 1_000_000,
        AncestorsPerTask = 1_000_000,
    };

    /// <summary><c>DIRECTORY FIRST</c>: one line a durable elite on standard output, numbered from FIRST.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Length != 2)
        {
            await Console.Error.WriteLineAsync("This program is started by the crash test.");
            return 2;
        }

        var opening = await GaiaStore.OpenAsync(
            arguments[0], Options, TimeProvider.System, CancellationToken.None);
        if (!opening.TryGet(out var store, out var failure))
        {
            await Console.Error.WriteLineAsync(failure.ToString());
            return 1;
        }

        var next = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var last = next + MaximumWrites;
        await using var output = Console.OpenStandardOutput();
        using var turn = new SemaphoreSlim(1);

        async Task WriteAsync()
        {
            for (var number = Interlocked.Increment(ref next); number < last; number = Interlocked.Increment(ref next))
            {
                var elite = TemporaryStore.Elite(number, number, parents: [number - 1]);
                await store.Elites.AddAsync(elite, CancellationToken.None);
                await turn.WaitAsync();
                await output.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{number}\n"));
                await output.FlushAsync();
                turn.Release();
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync)));
        await store.DisposeAsync();
        return 0;
    }
}
