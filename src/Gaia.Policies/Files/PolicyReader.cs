using System.Collections.Immutable;
using System.Text.Json;

namespace Gaia.Policies.Files;

/// <summary>Turns a parsed policy file into a document, noting every error on the way.</summary>
internal sealed class PolicyReader(PolicyErrors errors)
{
    private const int MaxLayers = PolicyLimits.MaxHiddenLayers + 1;

    private static readonly ImmutableSortedDictionary<string, double> NoArguments =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    private static readonly string[] RequiredKeys = ["env", "layers", "output"];
    private static readonly string[] OptionalKeys = ["dtype", "gaia", "arguments"];

    /// <summary>The document; null where there were errors.</summary>
    public PolicyDocument? Read(JsonElement root)
    {
        if (!JsonMembers.TryRead(root, "$", RequiredKeys, OptionalKeys, errors, out var members))
            return null;
        var world = members.TryGetValue("env", out var env) ? ReadWorld(env) : null;
        var output = members.TryGetValue("output", out var word) ? ReadOutput(word) : null;
        if (members.TryGetValue("dtype", out var type) && JsonMembers.TextOf(type) != "float32")
            errors.Add("$.dtype", $"is {JsonMembers.Show(type)}", "float32");
        var arguments = members.TryGetValue("arguments", out var named) ? ReadArguments(named) : NoArguments;
        var layers = members.TryGetValue("layers", out var list) ? ReadLayers(list, output) : [];
        var origin = members.TryGetValue("gaia", out var gaia) ? new OriginReader(errors).Read(gaia) : null;
        CheckChain(layers);
        CheckVector(layers, output);
        if (!errors.IsEmpty)
            return null;
        var document = Assemble(world!, output!.Value, layers) is { } assembled
            ? assembled with { Arguments = arguments, Origin = origin }
            : null;
        if (document?.Origin?.EliteId is { } claimed && claimed != Genome.IdOf(document.Layout, document.Genome))
        {
            errors.Add("$.gaia.eliteId", "is not the id of this genome", Genome.IdOf(document.Layout, document.Genome)
                .ToString());
        }

        return errors.IsEmpty ? document : null;
    }

    private string? ReadWorld(JsonElement element)
    {
        var world = JsonMembers.TextOf(element);
        if (world is { Length: >= 1 and <= PolicyLimits.MaxWorldIdLength })
            return world;
        var allowed = $"the id of a world, up to {PolicyLimits.MaxWorldIdLength} characters";
        errors.Add("$.env", $"is {JsonMembers.Show(element)}", allowed);
        return null;
    }

    private ImmutableSortedDictionary<string, double> ReadArguments(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() > PolicyLimits.MaxArguments)
        {
            var found = element.ValueKind == JsonValueKind.Object
                ? $"has {element.GetPropertyCount()} members"
                : $"is {JsonMembers.Show(element)}";
            errors.Add("$.arguments", found, $"an object of up to {PolicyLimits.MaxArguments} numbers");
            return NoArguments;
        }

        var arguments = NoArguments.ToBuilder();
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonMembers.NameOf(property);
            var path = "$.arguments" + PolicyErrors.Member(name);
            if (name.Length is < 1 or > PolicyLimits.MaxWorldIdLength)
                errors.Add(path, "has no such name", $"a name of 1 to {PolicyLimits.MaxWorldIdLength} characters");
            else if (arguments.ContainsKey(name))
                errors.Add(path, "is given twice", "one value");
            else if (property.Value.ValueKind != JsonValueKind.Number
                || !property.Value.TryGetDouble(out var value) || !double.IsFinite(value))
                errors.Add(path, $"is {JsonMembers.Show(property.Value)}", "a finite number");
            else
                arguments.Add(name, value);
        }

        return arguments.ToImmutable();
    }

    private PolicyOutput? ReadOutput(JsonElement element)
    {
        if (PolicyNames.TryParse(JsonMembers.TextOf(element), out PolicyOutput output))
            return output;
        errors.Add("$.output", $"is {JsonMembers.Show(element)}", PolicyNames.Outputs);
        return null;
    }

    private List<LayerText> ReadLayers(JsonElement element, PolicyOutput? output)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is < 1 or > MaxLayers)
        {
            var found = element.ValueKind == JsonValueKind.Array
                ? $"has {element.GetArrayLength()} layers"
                : $"is {JsonMembers.Show(element)}";
            errors.Add("$.layers", found, $"an array of 1 to {MaxLayers} layers");
            return [];
        }

        var isVector = output == PolicyOutput.Identity && element.GetArrayLength() == 1;
        var reader = new LayerReader(errors, isVector ? 0 : 1);
        var layers = new List<LayerText>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            layers.Add(reader.Read(item, $"$.layers[{layers.Count}]"));
        return layers;
    }

    /// <summary>Holds the layers against each other: sizes that meet, one activation for all hidden ones.</summary>
    private void CheckChain(List<LayerText> layers)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            if (i > 0 && layer.Inputs is { } inputs && layers[i - 1].Outputs is { } outputs && inputs != outputs)
                errors.Add(layer.Path + ".in", $"is {inputs}", $"{outputs}, the \"out\" of the layer before");
            var isLast = i == layers.Count - 1;
            var expected = isLast ? Activation.Linear : layers[0].Activation;
            if (layer.Activation is not { } activation || expected is not { } wanted || activation == wanted)
                continue;
            var why = isLast ? "for the last layer; \"output\" says what follows" : "as in the first layer";
            errors.Add(
                layer.Path + ".act", $"is {PolicyNames.Of(activation)}", $"{PolicyNames.Of(wanted)}, {why}");
        }
    }

    /// <summary>Identity goes with one layer without inputs; no other layer may be without them.</summary>
    private void CheckVector(List<LayerText> layers, PolicyOutput? output)
    {
        if (output == PolicyOutput.Identity && layers.Count > 0 && layers is not [{ Inputs: 0 or null }])
            errors.Add("$.output", "is identity", "argmax, tanh, clip; identity only with one layer whose \"in\" is 0");
    }

    private PolicyDocument? Assemble(string world, PolicyOutput output, List<LayerText> layers)
    {
        ImmutableArray<int> hidden = [.. layers.SkipLast(1).Select(layer => layer.Outputs!.Value)];
        var (inputs, outputs) = (layers[0].Inputs!.Value, layers[^1].Outputs!.Value);
        if (output != PolicyOutput.Identity && !MlpLayout.Fits(inputs, hidden.AsSpan(), outputs))
        {
            errors.Add("$.layers", "has too many parameters", $"{PolicyLimits.MaxParameters} at most");
            return null;
        }

        float[] genome = [.. layers.SelectMany(layer => layer.Weights.Concat(layer.Biases))];
        var layout = new MlpLayout(inputs, hidden, outputs, layers[0].Activation!.Value, output);
        return new PolicyDocument(world, layout, genome);
    }
}
