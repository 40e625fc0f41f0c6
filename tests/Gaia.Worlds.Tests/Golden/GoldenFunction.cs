using System.IO.Compression;
using System.Text.Json;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>A recorded instance of a BBOB function.</summary>
internal sealed record GoldenFunction(
    int Function, int Dimension, int Instance, double Best, double[] Optimum, double AtOptimum, GoldenPoint[] Points)
{
    private const string FileName = "bbob.json.gz";

    public static bool IsRecorded => File.Exists(GoldenFolder.File(FileName));

    public static IReadOnlyList<GoldenFunction> Read()
    {
        using FileStream file = File.OpenRead(GoldenFolder.File(FileName));
        using var text = new GZipStream(file, CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(Parse)];
    }

    private static GoldenFunction Parse(JsonElement row) => new(
        row.GetProperty("function").GetInt32(),
        row.GetProperty("dimension").GetInt32(),
        row.GetProperty("instance").GetInt32(),
        row.GetProperty("fopt").GetDouble(),
        Numbers(row.GetProperty("xopt")),
        row.GetProperty("fAtXopt").GetDouble(),
        [
            .. row.GetProperty("points").EnumerateArray()
                .Select(point => new GoldenPoint(Numbers(point.GetProperty("x")), point.GetProperty("f").GetDouble())),
        ]);

    private static double[] Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
