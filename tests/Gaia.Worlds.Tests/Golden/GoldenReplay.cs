namespace Gaia.Worlds.Tests.Golden;

/// <summary>Plays a recorded episode from its seed and actions and compares every bit.</summary>
internal sealed class GoldenReplay(GoldenEpisode episode) : IWorldVisitor<string?>
{
    /// <returns>The first difference, with its step and field, or null where there is none.</returns>
    public static string? FirstDifference(string world, GoldenEpisode episode) =>
        WorldCatalog.Visit(world, new GoldenReplay(episode));

    public string? Visit<TWorld, TState>()
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged
    {
        if (TWorld.Info.HorizonSteps != episode.MaxSteps)
            return $"horizon: {TWorld.Info.HorizonSteps}, recorded {episode.MaxSteps}";
        TState state = default;
        var observation = new float[TWorld.Info.ObservationSize];
        TWorld.Reset(ref state, episode.Seed, observation);
        if (Compare("reset", observation, episode.ResetObservation) is { } resetDifference)
            return resetDifference;
        for (int t = 0; t < episode.Actions.Length; t++)
        {
            var action = new WorldAction { Index = episode.Actions[t] };
            Transition transition = TWorld.Step(ref state, in action, observation);
            if (Compare(t, transition, observation) is { } difference)
                return difference;
        }

        return null;
    }

    private string? Compare(int t, Transition transition, float[] observation)
    {
        string step = $"step {t}";
        if (Compare(step, observation, episode.Observations[t]) is { } difference)
            return difference;
        long actual = BitConverter.DoubleToInt64Bits(transition.Reward);
        if (actual != BitConverter.DoubleToInt64Bits(episode.Rewards[t]))
            return $"{step} reward: {transition.Reward:R}, recorded {episode.Rewards[t]:R}";
        if (transition.Terminated != episode.Terminated[t])
            return $"{step} terminated: {transition.Terminated}, recorded {episode.Terminated[t]}";
        bool truncated = t + 1 >= episode.MaxSteps;
        return truncated == episode.Truncated[t]
            ? null
            : $"{step} truncated: {truncated}, recorded {episode.Truncated[t]}";
    }

    private static string? Compare(string step, float[] actual, float[] recorded)
    {
        if (actual.Length != recorded.Length)
            return $"{step} observation: {actual.Length} values, recorded {recorded.Length}";
        for (int i = 0; i < actual.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(actual[i]) != BitConverter.SingleToInt32Bits(recorded[i]))
                return $"{step} observation[{i}]: {actual[i]:R}, recorded {recorded[i]:R}";
        }

        return null;
    }
}
