namespace Gaia.Policies;

/// <summary>The words that policy files and manifests use for activations and outputs.</summary>
public static class PolicyNames
{
    /// <summary>Every activation's word, for messages about what is allowed.</summary>
    public const string Activations = "tanh, relu, none";

    /// <summary>Every output's word, for messages about what is allowed.</summary>
    public const string Outputs = "argmax, tanh, clip, identity";

    /// <summary>The word of an activation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such activation.</exception>
    public static string Of(Activation activation) => activation switch
    {
        Activation.Tanh => "tanh",
        Activation.Relu => "relu",
        Activation.Linear => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    /// <summary>The word of an output.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such output.</exception>
    public static string Of(PolicyOutput output) => output switch
    {
        PolicyOutput.ArgMax => "argmax",
        PolicyOutput.Tanh => "tanh",
        PolicyOutput.Clip => "clip",
        PolicyOutput.Identity => "identity",
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    /// <summary>Reads an activation's word; false for any other text.</summary>
    public static bool TryParse(string? text, out Activation activation)
    {
        activation = text switch { "relu" => Activation.Relu, "none" => Activation.Linear, _ => Activation.Tanh };
        return text is "tanh" or "relu" or "none";
    }

    /// <summary>Reads an output's word; false for any other text.</summary>
    public static bool TryParse(string? text, out PolicyOutput output)
    {
        output = text switch
        {
            "tanh" => PolicyOutput.Tanh,
            "clip" => PolicyOutput.Clip,
            "identity" => PolicyOutput.Identity,
            _ => PolicyOutput.ArgMax,
        };
        return text is "argmax" or "tanh" or "clip" or "identity";
    }
}
