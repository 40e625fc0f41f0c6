using Gaia.Worlds;
using Gaia.Worlds.Tests.Golden;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>An episode of the real Gymnasium.</summary>
internal sealed class RecordedPart(GoldenEpisode episode) : Part
{
    public override string Name => episode.Name;

    public override uint Seed => episode.Seed;

    public override bool HasEnded => Steps == episode.Steps;

    public override void Begin(Span<float> observation) => episode.ResetObservation.CopyTo(observation);

    public override WorldAction NextAction() => episode.Actions[Steps];

    protected override Transition Advance(Span<float> observation)
    {
        episode.Observations[Steps].CopyTo(observation);
        return new Transition(episode.Rewards[Steps], episode.Terminated[Steps]);
    }
}
