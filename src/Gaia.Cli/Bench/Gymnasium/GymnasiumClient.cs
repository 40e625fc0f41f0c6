using System.Text.Json;

namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>A Python with Gymnasium, as measure.py shows it.</summary>
internal sealed class GymnasiumClient
{
    /// <summary>What starting Python and importing Gymnasium may take on a slow, busy machine.</summary>
    private static readonly TimeSpan StartAllowance = TimeSpan.FromSeconds(60);

    private readonly PythonScript _script;

    private GymnasiumClient(PythonScript script, string python, GymnasiumVersions versions)
    {
        _script = script;
        Python = python;
        Versions = versions;
    }

    /// <summary>The interpreter's file.</summary>
    public string Python { get; }

    public GymnasiumVersions Versions { get; }

    /// <summary>Asks an interpreter for its Gymnasium.</summary>
    public static async Task<(GymnasiumClient? Client, GymnasiumFailure? Failure)> ConnectAsync(
        string python, TimeProvider time, CancellationToken cancellationToken)
    {
        PythonScript script = new(python, time);
        var (reply, failure) = await AskAsync(script, python, "{}", StartAllowance, cancellationToken);
        if (reply is null) return (null, failure);
        return reply is { Python: { } version, Gymnasium: { } gymnasium, Numpy: { } numpy }
            ? (new GymnasiumClient(script, python, new GymnasiumVersions(version, gymnasium, numpy)), null)
            : (null, new(GymnasiumFault.Malformed, $"{python} printed no versions"));
    }

    /// <summary>Measures one world in some processes at the same time; their rates are added.</summary>
    /// <param name="request">What to run; each process has seeds of its own, as each thread of ours.</param>
    /// <param name="processes">At least 1.</param>
    /// <param name="cancellationToken">Ends every process.</param>
    public async Task<(GymnasiumRate? Rate, GymnasiumFailure? Failure)> MeasureAsync(
        GymnasiumRequest request, int processes, CancellationToken cancellationToken)
    {
        TimeSpan limit = StartAllowance + TimeSpan.FromSeconds(request.WarmUpSeconds + (2 * request.Seconds));
        var answers = await Task.WhenAll(Enumerable.Range(0, processes).Select(process =>
        {
            GymnasiumRequest own = request with { Seed = (uint)process << 20, ActionSeed = (uint)process };
            string text = JsonSerializer.Serialize(own, GymnasiumJson.Default.GymnasiumRequest);
            return AskAsync(_script, Python, text, limit, cancellationToken);
        }));
        GymnasiumRate total = new(0, 0);
        foreach (var (reply, failure) in answers)
        {
            if (reply is null) return (null, failure);
            if (RateOf(reply) is not { } rate)
                return (null, new(GymnasiumFault.Malformed, $"{Python} printed no steps, episodes and seconds"));
            total = new(total.StepsPerSecond + rate.StepsPerSecond, total.EpisodesPerSecond + rate.EpisodesPerSecond);
        }

        return (total, null);
    }

    private static GymnasiumRate? RateOf(GymnasiumReply reply) =>
        reply is { Steps: > 0 and { } steps, Episodes: >= 0 and { } episodes, Seconds: > 0 and { } seconds }
            && double.IsFinite(seconds)
            ? new GymnasiumRate(steps / seconds, episodes / seconds)
            : null;

    private static async Task<(GymnasiumReply? Reply, GymnasiumFailure? Failure)> AskAsync(
        PythonScript script, string python, string request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var (text, failure) = await script.RunAsync(request, limit, cancellationToken);
        if (text is null) return (null, failure);
        GymnasiumReply? reply;
        try
        {
            reply = JsonSerializer.Deserialize(text, GymnasiumJson.Default.GymnasiumReply);
        }
        catch (JsonException error)
        {
            return (null, new(GymnasiumFault.Malformed, $"{python} printed no JSON object: {error.Message}"));
        }

        return reply switch
        {
            null => (null, new(GymnasiumFault.Malformed, $"{python} printed null")),
            { Missing: { } module } => (null, new(GymnasiumFault.ModuleMissing, $"{python} has no {module}")),
            { Unavailable: { } reason } =>
                (null, new(GymnasiumFault.WorldUnavailable, PythonScript.OneLine(reason))),
            _ => (reply, null),
        };
    }
}
