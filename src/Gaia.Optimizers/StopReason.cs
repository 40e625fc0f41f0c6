namespace Gaia.Optimizers;

/// <summary>Why a search has ended.</summary>
/// <param name="Name">Stable name of the criterion, such as "tolfunhist".</param>
/// <param name="Detail">The figures that met it, for people.</param>
public sealed record StopReason(string Name, string Detail);
