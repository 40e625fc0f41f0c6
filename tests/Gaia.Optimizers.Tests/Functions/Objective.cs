namespace Gaia.Optimizers.Tests.Functions;

/// <summary>A function to be minimised.</summary>
public delegate double Objective(ReadOnlySpan<double> point);
