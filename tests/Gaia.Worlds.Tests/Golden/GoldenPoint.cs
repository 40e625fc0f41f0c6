namespace Gaia.Worlds.Tests.Golden;

/// <summary>A recorded point and its value.</summary>
internal sealed record GoldenPoint(double[] X, double Value);
