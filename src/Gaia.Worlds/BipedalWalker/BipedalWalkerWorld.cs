using System.Diagnostics;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>BipedalWalker-v3: walk on two legs.</summary>
/// <typeparam name="TCourse">What lies on the way.</typeparam>
/// <remarks>
/// Bit-equal to Gymnasium 1.3.0 with pybox2d 2.3.10 in a fresh environment: 180 velocity and up to 60 position
/// iterations at 50 steps a second, continuous collision on. A fall or going back behind the start sets the reward to
/// -100; the finish only ends the episode.
/// </remarks>
internal readonly struct BipedalWalkerWorld<TCourse> : IPhysicsWorld<BipedalWalkerState>
    where TCourse : struct, IWalkerCourse
{
    /// <inheritdoc/>
    public static WorldInfo Info { get; } = new()
    {
        Id = TCourse.Id,
        Group = WorldGroup.Gymnasium,
        ObservationSize = WalkerDynamics.ObservationSize,
        ObservationBounds = WalkerDynamics.ObservationBounds,
        ActionKind = ActionKind.Continuous,
        ActionSize = WalkerDynamics.ActionSize,
        ActionBounds = WalkerDynamics.ActionBounds,
        HorizonSteps = TCourse.HorizonSteps,
        SolvedScore = 300,
        Source = $"Gymnasium 1.3.0 {TCourse.Id} with pybox2d 2.3.10, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/box2d/bipedal_walker/",
        Description = TCourse.Description,
    };

    static StepSettings IPhysicsWorld<BipedalWalkerState>.StepSettings => WalkerDynamics.StepSettings;

    static ref PhysicsWorld IPhysicsWorld<BipedalWalkerState>.Scene(ref BipedalWalkerState state) => ref state.World;

    static void IPhysicsWorld<BipedalWalkerState>.BeginStep(ref BipedalWalkerState state, in WorldAction action) =>
        WalkerDynamics.Begin(ref state, in action);

    static Transition IPhysicsWorld<BipedalWalkerState>.EndStep(
        ref BipedalWalkerState state, in WorldAction action, Span<float> observation) =>
        WalkerDynamics.End(ref state, in action, observation);

    /// <inheritdoc/>
    public static void Reset(
        ref BipedalWalkerState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        Debug.Assert(observation.Length >= WalkerDynamics.ObservationSize, "The observation is too short.");
        WalkerDynamics.Reset(ref state, seed, TCourse.HasObstacles, observation);
    }

    /// <inheritdoc/>
    public static Transition Step(ref BipedalWalkerState state, in WorldAction action, Span<float> observation)
    {
        Debug.Assert(observation.Length >= WalkerDynamics.ObservationSize, "The observation is too short.");
        return WalkerDynamics.Advance(ref state, in action, observation);
    }
}
