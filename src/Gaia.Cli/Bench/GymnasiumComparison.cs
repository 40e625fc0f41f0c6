using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gaia.Cli.Bench.Gymnasium;
using Gaia.Evaluation;
using Gaia.Policies;

namespace Gaia.Cli.Bench;

/// <summary>Gymnasium's figures for the same work, each measured once.</summary>
internal sealed class GymnasiumComparison
{
    /// <summary>Python has nothing to compile; the first episodes fill caches.</summary>
    private const double WarmUpSeconds = 0.5;

    private readonly Dictionary<(string World, BenchmarkWorkload Workload, int Threads), GymnasiumRate?> _rates = [];
    private readonly List<WorldFailure> _failures = [];
    private readonly BenchSettings _settings;
    private readonly GymnasiumClient? _client;
    private readonly string? _missing;

    private GymnasiumComparison(BenchSettings settings, GymnasiumClient? client, string? missing)
    {
        _settings = settings;
        _client = client;
        _missing = missing;
    }

    /// <summary>What was compared with, and what could not be.</summary>
    public GymnasiumReport Report => new(_client?.Versions, _missing, _failures);

    /// <summary>A failure other than that Gymnasium is not there, or does not have a world.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Looks for Gymnasium; where there is none, every figure of it is null.</summary>
    public static async Task<GymnasiumComparison> FindAsync(
        BenchSettings settings, string? path, TimeProvider time, CancellationToken cancellationToken)
    {
        var (client, missing) = await new GymnasiumFinder(path, time).FindAsync(cancellationToken);
        return new GymnasiumComparison(settings, client, missing);
    }

    /// <summary>Gymnasium's rate for a world under a workload; null where there is none.</summary>
    /// <param name="figure">World, workload, and how many processes; the form is ours alone.</param>
    /// <param name="policies">What acts where networks do.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    public async Task<GymnasiumRate?> MeasureAsync(
        BenchFigure figure, ImmutableArray<PolicyDocument> policies, CancellationToken cancellationToken)
    {
        var (world, workload, _, threads) = figure;
        if (_client is null || GymnasiumWorld.Of(world) is not { } theirs) return null;
        if (_rates.TryGetValue((world.Id, workload, threads), out GymnasiumRate? known)) return known;
        GymnasiumRequest request = new()
        {
            Env = theirs.Env,
            Kwargs = theirs.Kwargs,
            Workload = WorldBenchmark.NameOf(workload),
            Policies = workload is BenchmarkWorkload.Mlp ? [.. policies.Select(ToJson)] : null,
            Seed = 0,
            ActionSeed = 0,
            WarmUpSeconds = WarmUpSeconds,
            Seconds = _settings.Duration.TotalSeconds,
        };
        var (rate, failure) = await _client.MeasureAsync(request, threads, cancellationToken);
        if (failure is not null)
        {
            _failures.Add(new WorldFailure(
                world.Id, request.Workload, failure.Fault.ToString(), failure.Message));
            HasFailed |= failure.Fault is not GymnasiumFault.WorldUnavailable;
        }

        _rates[(world.Id, workload, threads)] = rate;
        return rate;
    }

    private static JsonNode? ToJson(PolicyDocument policy)
    {
        using MemoryStream file = new();
        PolicyFile.Write(file, policy);
        return JsonNode.Parse(file.ToArray());
    }
}
