using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Ports;

/// <summary>Names a run: one node's work on one task, from its start on, over any number of restarts of the process.
/// </summary>
public readonly record struct RunId(Hash256 Value)
{
    /// <summary>The first 8 hexadecimal digits: for people, never for comparing.</summary>
    public string Short => Value.ToHex()[..8];

    /// <summary>The id that belongs to a start: SHA-256("gaia/run/1" || task || node || island || start in Unix
    /// ms).</summary>
    public static RunId For(TaskId task, NodeId node, int island, DateTimeOffset started)
    {
        using var hasher = new DomainHasher(HashDomain.Run);
        return new RunId(hasher
            .AppendHash(task.Value)
            .AppendHash(node.Value)
            .AppendUInt32LittleEndian((uint)island)
            .AppendUInt64LittleEndian((ulong)started.ToUnixTimeMilliseconds())
            .Finish());
    }

    /// <summary>Reads 64 hexadecimal digits; false for anything else.</summary>
    public static bool TryParse(string? text, out RunId id)
    {
        var parsed = Hash256.TryParseHex(text, out var value);
        id = new RunId(value);
        return parsed;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToHex();
}
