namespace Gaia.Evaluation;

/// <summary>Why an episode ended. In reports: <c>terminated</c>, <c>truncated</c>.</summary>
public enum EpisodeEnd
{
    /// <summary>By the world's own rule; also when that happens on the last step of the horizon.</summary>
    Terminated,

    /// <summary>By the horizon: Gymnasium's TimeLimit.</summary>
    Truncated,
}
