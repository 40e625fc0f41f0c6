using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>Decides what an episode does next. One thread owns it; it runs one episode at a time.</summary>
internal abstract class EpisodeController
{
    /// <summary>A new episode begins.</summary>
    /// <param name="episode">Its number, from 0.</param>
    public virtual void Begin(int episode)
    {
    }

    /// <summary>Chooses the next action.</summary>
    /// <param name="observation">[ObservationSize].</param>
    /// <param name="action">Overwritten as far as the world reads it.</param>
    public abstract void Act(ReadOnlySpan<float> observation, ref WorldAction action);
}
