namespace Gaia.Evaluation.Lanes;

/// <summary>Where free slots get their next episode, and where its result goes.</summary>
internal interface IEpisodeSource
{
    /// <summary>Names the next episode of a slot; false where there is none for now.</summary>
    bool TryBegin(int slot, out int episode, out uint seed);

    /// <summary>Takes the result of an episode.</summary>
    void Finish(int episode, in EpisodeResult result);
}
