namespace Gaia.Policies;

/// <summary>Limits on the size of a policy, whoever asks for it: a user, a file or a peer.</summary>
public static class PolicyLimits
{
    /// <summary>Most values in one layer, inputs and outputs included.</summary>
    /// <value>4096: a thousand times what classic control needs, while a layer's sums still fit a core's cache.</value>
    public const int MaxWidth = 4096;

    /// <summary>Most hidden layers.</summary>
    /// <value>8: deeper plain perceptrons do not train without gradients.</value>
    public const int MaxHiddenLayers = 8;

    /// <summary>Most parameters of one genome.</summary>
    /// <value>2^20, which is 4 MiB of float32: what one elite may cost a peer in memory.</value>
    public const int MaxParameters = 1 << 20;

    /// <summary>Most arguments of a world that a policy file may carry.</summary>
    /// <value>16: four times what any world here takes.</value>
    public const int MaxArguments = 16;

    /// <summary>Most characters of a world's id, or of an argument's name.</summary>
    /// <value>64: Gymnasium's longest is 25.</value>
    public const int MaxWorldIdLength = 64;
}
