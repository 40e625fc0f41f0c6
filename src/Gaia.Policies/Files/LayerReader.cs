using System.Text.Json;

namespace Gaia.Policies.Files;

/// <summary>Reads one element of "layers".</summary>
internal sealed class LayerReader(PolicyErrors errors, int fewestInputs)
{
    private const string Number = "a finite number in float32's range";

    private static readonly string[] Keys = ["in", "out", "w", "b", "act"];

    /// <summary>Reads a layer; errors are noted, and then the result has no use.</summary>
    public LayerText Read(JsonElement element, string path)
    {
        var layer = new LayerText(path);
        if (!JsonMembers.TryRead(element, path, Keys, [], errors, out var members))
            return layer;
        layer.Inputs = Width(members, "in", path, fewestInputs);
        layer.Outputs = Width(members, "out", path, 1);
        if (members.TryGetValue("w", out var weights))
            ReadRows(weights, path + ".w", layer);
        if (members.TryGetValue("b", out var biases))
            ReadRow(biases, path + ".b", layer.Outputs, "\"out\"", layer.Biases);
        if (members.TryGetValue("act", out var word))
        {
            if (PolicyNames.TryParse(JsonMembers.TextOf(word), out Activation activation))
                layer.Activation = activation;
            else
                errors.Add(path + ".act", $"is {JsonMembers.Show(word)}", PolicyNames.Activations);
        }

        return layer;
    }

    private int? Width(Dictionary<string, JsonElement> members, string key, string path, int minimum)
    {
        if (!members.TryGetValue(key, out var element))
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var width)
            && width >= minimum && width <= PolicyLimits.MaxWidth)
        {
            return width;
        }

        var allowed = $"a whole number from {minimum} to {PolicyLimits.MaxWidth}";
        errors.Add($"{path}.{key}", $"is {JsonMembers.Show(element)}", allowed);
        return null;
    }

    private void ReadRows(JsonElement element, string path, LayerText layer)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            errors.Add(path, $"is {JsonMembers.Show(element)}", "an array of rows");
            return;
        }

        var rows = element.GetArrayLength();
        if (layer.Outputs is { } outputs && rows != outputs)
            errors.Add(path, $"has {rows} rows", $"{outputs} rows, as \"out\" says");
        var index = 0;
        foreach (var row in element.EnumerateArray())
            ReadRow(row, $"{path}[{index++}]", layer.Inputs, "\"in\"", layer.Weights);
    }

    private void ReadRow(JsonElement element, string path, int? length, string key, List<float> values)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            errors.Add(path, $"is {JsonMembers.Show(element)}", "an array of numbers");
            return;
        }

        var count = element.GetArrayLength();
        if (length is { } expected && count != expected)
            errors.Add(path, $"has {count} numbers", $"{expected} numbers, as {key} says");
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetSingle(out var value) && float.IsFinite(value))
                values.Add(value);
            else
                errors.Add($"{path}[{index}]", $"is {JsonMembers.Show(item)}", Number);
            index++;
        }
    }
}
