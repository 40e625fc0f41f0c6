namespace Gaia.Policies;

/// <summary>Where one fully connected layer lies in a genome.</summary>
/// <param name="Inputs">Values that come in.</param>
/// <param name="Outputs">Values that go out.</param>
/// <param name="WeightOffset">Index of the weights [outputs][inputs], row-major.</param>
/// <param name="BiasOffset">Index of the biases [outputs], right after the weights.</param>
/// <param name="Activation">Applied to each sum; Linear for the last layer.</param>
public readonly record struct MlpLayer(
    int Inputs, int Outputs, int WeightOffset, int BiasOffset, Activation Activation);
