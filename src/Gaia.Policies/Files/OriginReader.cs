using System.Text.Json;
using Gaia.Core.Identity;

namespace Gaia.Policies.Files;

/// <summary>Reads the "gaia" object. Unknown keys are left alone: a newer node may have written them.</summary>
internal sealed class OriginReader(PolicyErrors errors)
{
    private const string Path = "$.gaia";

    private static readonly string[] Keys = ["taskId", "eliteId", "score", "node"];

    /// <summary>Reads the object; errors are noted.</summary>
    public PolicyOrigin? Read(JsonElement element)
    {
        if (!JsonMembers.TryRead(element, Path, [], Keys, errors, out var members, othersAreAllowed: true))
            return null;
        return new PolicyOrigin
        {
            TaskId = ReadId(members, "taskId") is { } task ? new TaskId(task) : null,
            EliteId = ReadId(members, "eliteId") is { } elite ? new EliteId(elite) : null,
            Node = ReadId(members, "node") is { } node ? new NodeId(node) : null,
            Score = ReadScore(members),
        };
    }

    private Hash256? ReadId(Dictionary<string, JsonElement> members, string key)
    {
        if (!members.TryGetValue(key, out var element))
            return null;
        if (Hash256.TryParseHex(JsonMembers.TextOf(element), out var id))
            return id;
        errors.Add($"{Path}.{key}", $"is {JsonMembers.Show(element)}", "64 hexadecimal digits");
        return null;
    }

    private double? ReadScore(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("score", out var element))
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var score)
            && double.IsFinite(score))
        {
            return score;
        }

        errors.Add(Path + ".score", $"is {JsonMembers.Show(element)}", "a finite number");
        return null;
    }
}
