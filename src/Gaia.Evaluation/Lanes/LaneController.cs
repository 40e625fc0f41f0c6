namespace Gaia.Evaluation.Lanes;

/// <summary>Decides what the running slots of some lanes do next.</summary>
internal abstract class LaneController
{
    /// <summary>A slot begins a new episode.</summary>
    /// <param name="slot">0 to Slots - 1.</param>
    /// <param name="episode">Its number, from 0.</param>
    public virtual void Begin(int slot, int episode)
    {
    }

    /// <summary>Writes the choices or components of the running slots; those of other slots do not matter.</summary>
    /// <param name="running">[groups], a bit a lane.</param>
    public abstract void Act(ReadOnlySpan<byte> running);
}
