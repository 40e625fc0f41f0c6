namespace Gaia.Worlds.Tests.Golden;

/// <summary>Plays a recorded episode from its seed and actions and compares every bit.</summary>
internal sealed class GoldenReplay(GoldenEpisode episode)
{
    /// <returns>The first difference, with its file, step and field, or null where there is none.</returns>
    public static string? FirstDifference(string world, GoldenEpisode episode) =>
        FirstDifference(EpisodeForms.Scalar(world), episode);

    /// <inheritdoc cref="FirstDifference(string, GoldenEpisode)"/>
    public static string? FirstDifference(IEpisodeForm form, GoldenEpisode episode) =>
        new GoldenReplay(episode).Play(form) is { } difference ? $"{episode.Name}: {difference}" : null;

    private string? Play(IEpisodeForm form)
    {
        WorldInfo info = form.Info;
        if (info.HorizonSteps != episode.MaxSteps)
            return $"max_episode_steps: {info.HorizonSteps}, recorded {episode.MaxSteps}";
        if (CompareLengths() is { } lengthDifference)
            return lengthDifference;
        var observation = new float[info.ObservationSize];
        form.Reset(episode.Seed, observation);
        if (Compare("reset", observation, episode.ResetObservation) is { } resetDifference)
            return resetDifference;
        var rewards = new double[episode.Steps];
        string ended = "cut";
        for (int t = 0; t < episode.Steps; t++)
        {
            if (ended != "cut")
                return $"step {t} steps: {ended} after {t}, recorded {episode.Steps}";
            Transition transition = form.Step(in episode.Actions[t], observation);
            bool truncated = info.IsTruncatedAt(t + 1);
            if (Compare(t, transition, truncated, observation) is { } difference)
                return difference;
            rewards[t] = transition.Reward;
            ended = transition.Terminated ? "terminated" : truncated ? "truncated" : "cut";
        }

        return CompareWhole(ended, ExactSum(rewards));
    }

    private string? CompareLengths()
    {
        (string Name, int Length)[] arrays =
        [
            ("actions", episode.Actions.Length), ("obs", episode.Observations.Length),
            ("reward", episode.Rewards.Length), ("terminated", episode.Terminated.Length),
            ("truncated", episode.Truncated.Length),
        ];
        foreach ((string name, int length) in arrays)
        {
            if (length != episode.Steps)
                return $"step {Math.Min(length, episode.Steps)} {name}: {length} entries, steps {episode.Steps}";
        }

        return null;
    }

    private string? CompareWhole(string ended, double total)
    {
        string step = $"step {episode.Steps - 1}";
        if (ended != episode.Ended)
            return $"{step} ended: {ended}, recorded {episode.Ended}";
        return BitConverter.DoubleToInt64Bits(total) == BitConverter.DoubleToInt64Bits(episode.TotalReward)
            ? null
            : $"{step} total_reward: {total:R}, recorded {episode.TotalReward:R}";
    }

    private string? Compare(int t, Transition transition, bool truncated, float[] observation)
    {
        string step = $"step {t}";
        if (Compare(step, observation, episode.Observations[t]) is { } difference)
            return difference;
        long actual = BitConverter.DoubleToInt64Bits(transition.Reward);
        if (actual != BitConverter.DoubleToInt64Bits(episode.Rewards[t]))
            return $"{step} reward: {transition.Reward:R}, recorded {episode.Rewards[t]:R}";
        if (transition.Terminated != episode.Terminated[t])
            return $"{step} terminated: {transition.Terminated}, recorded {episode.Terminated[t]}";
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

    /// <summary>The sum as if rounded once: the error of every addition is carried along (Neumaier, 1974).</summary>
    private static double ExactSum(double[] values)
    {
        double sum = 0.0;
        double lost = 0.0;
        foreach (double value in values)
        {
            double next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + lost;
    }
}
