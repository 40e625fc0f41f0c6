using System.Collections.Immutable;
using System.Text.Json;

namespace Gaia.Policies.Files;

/// <summary>Writes a document in the form that <see cref="PolicyReader"/> reads.</summary>
internal static class PolicyWriter
{
    /// <summary>Writes one object. Each float is the shortest decimal that reads back as the same bits.</summary>
    public static void Write(Utf8JsonWriter writer, PolicyDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString("env", document.World);
        if (!document.Arguments.IsEmpty)
            WriteArguments(writer, document.Arguments);
        writer.WriteStartArray("layers");
        foreach (var layer in document.Layout.Layers)
            WriteLayer(writer, layer, document.Genome);
        writer.WriteEndArray();
        writer.WriteString("output", PolicyNames.Of(document.Layout.Output));
        writer.WriteString("dtype", "float32");
        if (document.Origin is { } origin)
            WriteOrigin(writer, origin);
        writer.WriteEndObject();
    }

    private static void WriteArguments(
        Utf8JsonWriter writer, ImmutableSortedDictionary<string, double> arguments)
    {
        writer.WriteStartObject("arguments");
        foreach (var (name, value) in arguments)
            writer.WriteNumber(name, value);
        writer.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter writer, in MlpLayer layer, ReadOnlySpan<float> genome)
    {
        writer.WriteStartObject();
        writer.WriteNumber("in", layer.Inputs);
        writer.WriteNumber("out", layer.Outputs);
        writer.WriteStartArray("w");
        for (var o = 0; o < layer.Outputs; o++)
        {
            writer.WriteStartArray();
            WriteRow(writer, genome.Slice(layer.WeightOffset + (o * layer.Inputs), layer.Inputs));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("b");
        WriteRow(writer, genome.Slice(layer.BiasOffset, layer.Outputs));
        writer.WriteEndArray();
        writer.WriteString("act", PolicyNames.Of(layer.Activation));
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, ReadOnlySpan<float> values)
    {
        foreach (var value in values)
            writer.WriteNumberValue(value);
    }

    private static void WriteOrigin(Utf8JsonWriter writer, PolicyOrigin origin)
    {
        writer.WriteStartObject("gaia");
        if (origin.TaskId is { } task)
            writer.WriteString("taskId", task.Value.ToHex());
        if (origin.EliteId is { } elite)
            writer.WriteString("eliteId", elite.Value.ToHex());
        if (origin.Score is { } score)
            writer.WriteNumber("score", score);
        if (origin.Node is { } node)
            writer.WriteString("node", node.Value.ToHex());
        writer.WriteEndObject();
    }
}
