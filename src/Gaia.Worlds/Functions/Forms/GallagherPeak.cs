namespace Gaia.Worlds.Functions.Forms;

/// <summary>A Gaussian peak.</summary>
/// <param name="Height">10 for the best, 1.1 to 9.1 for the others.</param>
/// <param name="Centre">[dimension], in turned coordinates.</param>
/// <param name="Scales">[dimension]: how steep in each direction.</param>
internal sealed record GallagherPeak(double Height, double[] Centre, double[] Scales);
