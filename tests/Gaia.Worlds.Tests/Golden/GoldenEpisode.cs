using System.IO.Compression;
using System.Text.Json;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>One recorded episode of the real Gymnasium; the layout is described in tests/golden/README.md.</summary>
internal sealed record GoldenEpisode
{
    public required string Path { get; init; }

    /// <summary>Folder and name, as reports name it.</summary>
    public string Name => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)) + "/" +
        System.IO.Path.GetFileName(Path);

    public required uint Seed { get; init; }

    public required int MaxSteps { get; init; }

    /// <summary>Length of every array that has an entry a step.</summary>
    public required int Steps { get; init; }

    /// <summary>terminated, truncated, or cut: recording stopped while the episode was alive.</summary>
    public required string Ended { get; init; }

    /// <summary>The rewards' exact sum.</summary>
    public required double TotalReward { get; init; }

    /// <summary>What was passed to step: a choice, or components in float32.</summary>
    public required WorldAction[] Actions { get; init; }

    public required float[] ResetObservation { get; init; }

    public required float[][] Observations { get; init; }

    public required double[] Rewards { get; init; }

    public required bool[] Terminated { get; init; }

    public required bool[] Truncated { get; init; }

    /// <summary>The draws of the reset, as recorded.</summary>
    public required JsonElement Init { get; init; }

    /// <summary>The whole file, for what only some worlds record.</summary>
    public required JsonElement Root { get; init; }

    public static GoldenEpisode Read(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(unzipped);
        JsonElement root = document.RootElement.Clone();
        return new GoldenEpisode
        {
            Path = path,
            Seed = root.GetProperty("seed").GetUInt32(),
            MaxSteps = root.GetProperty("max_episode_steps").GetInt32(),
            Steps = root.GetProperty("steps").GetInt32(),
            Ended = root.GetProperty("ended").GetString()!,
            TotalReward = root.GetProperty("total_reward").GetDouble(),
            Actions = Values(root, "actions", Action),
            ResetObservation = Floats(root.GetProperty("reset_obs")),
            Observations = Values(root, "obs", Floats),
            Rewards = Values(root, "reward", element => element.GetDouble()),
            Terminated = Values(root, "terminated", Flag),
            Truncated = Values(root, "truncated", Flag),
            Init = root.GetProperty("init"),
            Root = root,
        };
    }

    public static double[] Doubles(JsonElement array) =>
        [.. array.EnumerateArray().Select(element => element.GetDouble())];

    public static float[] Floats(JsonElement array) =>
        [.. array.EnumerateArray().Select(element => element.GetSingle())];

    private static WorldAction Action(JsonElement recorded)
    {
        if (recorded.ValueKind == JsonValueKind.Number)
            return new WorldAction { Index = recorded.GetInt32() };
        WorldAction action = default;
        Floats(recorded).CopyTo(action.Values);
        return action;
    }

    /// <summary>Flags are recorded as 0 and 1.</summary>
    private static bool Flag(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetInt32() != 0 : element.GetBoolean();

    private static T[] Values<T>(JsonElement root, string name, Func<JsonElement, T> read) =>
        [.. root.GetProperty(name).EnumerateArray().Select(read)];
}
