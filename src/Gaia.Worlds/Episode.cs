using Gaia.Core.Results;

namespace Gaia.Worlds;

/// <summary>One episode of a world of the catalogue, with everything checked that worlds themselves do not check.
/// </summary>
/// <remarks>
/// The door for whoever steps a world by hand: a script, a test, a comparison. Evaluators check once for all steps of
/// all episodes and call the worlds directly. Which episode, is a user's to say, and a mistake there is a failed
/// result; how to step it, is the caller's, and a mistake there throws. One thread owns it.
/// </remarks>
public sealed class Episode
{
    private readonly Runner _runner;
    private readonly float[] _observation;

    private Episode(WorldInfo world, uint seed, in WorldArguments arguments, Runner runner)
    {
        World = world;
        Seed = seed;
        Arguments = arguments;
        _runner = runner;
        _observation = new float[world.ObservationSize];
        runner.Reset(seed, in arguments, _observation);
    }

    /// <summary>The world.</summary>
    public WorldInfo World { get; }

    /// <summary>The Gymnasium seed that names the episode.</summary>
    public uint Seed { get; }

    /// <summary>The world's arguments, each within its range.</summary>
    public WorldArguments Arguments { get; }

    /// <summary>[ObservationSize], float32: what the start or the last step showed. The next step overwrites it.
    /// </summary>
    public ReadOnlySpan<float> Observation => _observation;

    /// <summary>Steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Sum of the rewards in step order, in double, reward units.</summary>
    public double Return { get; private set; }

    /// <summary>The world's own rule ended the episode.</summary>
    public bool IsTerminated { get; private set; }

    /// <summary>The horizon is used up; on the last step of it both flags may be set, as in Gymnasium.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Either way: no step is left.</summary>
    public bool HasEnded => IsTerminated || IsTruncated;

    /// <summary>Starts an episode.</summary>
    /// <param name="worldId">An id of the catalogue.</param>
    /// <param name="seed">The Gymnasium seed.</param>
    /// <param name="arguments">Values of world arguments by name; the others, or all, are at their defaults.</param>
    /// <returns>The episode, its first observation ready; or an unknown world, with the known ones; or every argument
    /// that the world does not have or that is out of its range, with what is allowed.</returns>
    public static Result<Episode> Start(
        string worldId, uint seed, IEnumerable<KeyValuePair<string, double>>? arguments = null)
    {
        ArgumentNullException.ThrowIfNull(worldId);
        if (!WorldCatalog.TryFind(worldId, out WorldInfo? world))
        {
            string known = string.Join(", ", WorldCatalog.All.Select(info => info.Id));
            return Result<Episode>.Invalid("$.env", $"There is no world '{worldId}'.", known);
        }

        return Start(world, seed, arguments, WorldCatalog.Visit(worldId, new RunnerBinder()));
    }

    /// <summary>Starts an episode of a world outside the catalogue.</summary>
    internal static Result<Episode> Start<TWorld, TState>(
        uint seed, IEnumerable<KeyValuePair<string, double>>? arguments = null)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged => Start(TWorld.Info, seed, arguments, new Runner<TWorld, TState>());

    /// <summary>Takes one of the choices of a discrete world.</summary>
    /// <param name="choice">0 to ActionSize - 1.</param>
    /// <returns>Reward, and whether the world's own rule ended the episode.</returns>
    /// <exception cref="EpisodeEndedException">The episode has ended.</exception>
    /// <exception cref="InvalidActionException">There is no such choice, or the world takes components.</exception>
    public Transition Step(int choice)
    {
        if (World.ActionKind != ActionKind.Discrete)
            throw new InvalidActionException(World.Id, $"a choice is no action; allowed: {AllowedActions()}.");
        if ((uint)choice >= (uint)World.ActionSize)
            throw new InvalidActionException(World.Id, $"{choice} is no choice; allowed: {AllowedActions()}.");
        return Advance(new WorldAction { Index = choice });
    }

    /// <summary>Acts in a continuous world.</summary>
    /// <param name="components">[ActionSize], finite. Outside the action space the world does what Gymnasium does: it
    /// clips, or charges for what it clips.</param>
    /// <returns>Reward, and whether the world's own rule ended the episode.</returns>
    /// <exception cref="EpisodeEndedException">The episode has ended.</exception>
    /// <exception cref="InvalidActionException">A component is NaN or infinite, there are too many or too few, or the
    /// world takes a choice.</exception>
    public Transition Step(ReadOnlySpan<float> components)
    {
        if (World.ActionKind != ActionKind.Continuous)
            throw new InvalidActionException(World.Id, $"components are no action; allowed: {AllowedActions()}.");
        if (components.Length != World.ActionSize)
        {
            throw new InvalidActionException(
                World.Id, $"{components.Length} components are no action; allowed: {AllowedActions()}.");
        }

        WorldAction action = default;
        for (int i = 0; i < components.Length; i++)
        {
            if (!float.IsFinite(components[i]))
            {
                throw new InvalidActionException(
                    World.Id, $"component {i} is {components[i]}; allowed: {AllowedActions()}.");
            }

            action.Values[i] = components[i];
        }

        return Advance(in action);
    }

    private static Result<Episode> Start(
        WorldInfo world, uint seed, IEnumerable<KeyValuePair<string, double>>? arguments, Runner runner) =>
        world.BindArguments(arguments ?? [])
            .Then(values => Result<Episode>.Ok(new Episode(world, seed, in values, runner)));

    private Transition Advance(in WorldAction action)
    {
        if (HasEnded)
            throw new EpisodeEndedException(World.Id, Seed, Steps);
        Transition transition = _runner.Step(in action, _observation);
        Steps++;
        Return += transition.Reward;
        IsTerminated = transition.Terminated;
        IsTruncated = World.IsTruncatedAt(Steps);
        return transition;
    }

    private string AllowedActions() => World.ActionKind == ActionKind.Discrete
        ? $"one choice, 0 to {World.ActionSize - 1}"
        : $"{World.ActionSize} finite component{(World.ActionSize == 1 ? "" : "s")}";

    /// <summary>A world and its state, their types hidden.</summary>
    private abstract class Runner
    {
        public abstract void Reset(uint seed, in WorldArguments arguments, Span<float> observation);

        public abstract Transition Step(in WorldAction action, Span<float> observation);
    }

    private sealed class Runner<TWorld, TState> : Runner
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged
    {
        private TState _state;

        public override void Reset(uint seed, in WorldArguments arguments, Span<float> observation) =>
            TWorld.Reset(ref _state, seed, in arguments, observation);

        public override Transition Step(in WorldAction action, Span<float> observation) =>
            TWorld.Step(ref _state, in action, observation);
    }

    private sealed class RunnerBinder : IWorldVisitor<Runner>
    {
        public Runner Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged => new Runner<TWorld, TState>();
    }
}
