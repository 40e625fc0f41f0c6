namespace Gaia.Policies.Files;

/// <summary>One layer as its file tells it, before the layers are held against each other.</summary>
internal sealed class LayerText(string path)
{
    /// <summary>Where it stands in the file.</summary>
    public string Path { get; } = path;

    /// <summary>"in", where it is valid.</summary>
    public int? Inputs { get; set; }

    /// <summary>"out", where it is valid.</summary>
    public int? Outputs { get; set; }

    /// <summary>"act", where it is valid.</summary>
    public Activation? Activation { get; set; }

    /// <summary>Weights, row by row.</summary>
    public List<float> Weights { get; } = [];

    /// <summary>Biases.</summary>
    public List<float> Biases { get; } = [];
}
