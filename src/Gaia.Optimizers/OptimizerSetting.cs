namespace Gaia.Optimizers;

/// <summary>One number that a task may set on an optimiser.</summary>
/// <param name="Name">Key in the task's settings.</param>
/// <param name="Default">Value where the task says nothing.</param>
/// <param name="Minimum">Smallest allowed value.</param>
/// <param name="Maximum">Largest allowed value.</param>
/// <param name="IsInteger">True where only whole numbers are allowed.</param>
/// <param name="Description">Meaning and unit, for people.</param>
public sealed record OptimizerSetting(
    string Name, double Default, double Minimum, double Maximum, bool IsInteger, string Description);
