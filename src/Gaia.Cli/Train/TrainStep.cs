namespace Gaia.Cli.Train;

/// <summary>Where a run is after a generation.</summary>
internal sealed record TrainStep(
    long Generation, long Evaluations, double BestTraining, double? MeanTraining, double? HeldOut);
