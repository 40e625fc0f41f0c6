using System.Diagnostics;
using Gaia.Core.Random;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.LunarLander;

/// <summary>LunarLander-v3 with discrete actions: bring a lander with three engines to rest on a pad.</summary>
/// <remarks>
/// Bit-equal to Gymnasium 1.3.0 with pybox2d 2.3.10: 180 velocity and up to 60 position iterations at 50 steps a
/// second, continuous collision on. A crash or leaving the picture is worth -100, coming to rest +100, which
/// overrides a crash.
/// </remarks>
public readonly struct LunarLanderWorld : IPhysicsWorld<LunarLanderState>
{
    private const int Choices = 4;

    /// <inheritdoc/>
    public static WorldInfo Info { get; } = new()
    {
        Id = "LunarLander-v3",
        Group = WorldGroup.Gymnasium,
        ObservationSize = LanderDynamics.ObservationSize,
        ObservationBounds = LanderDynamics.ObservationBounds,
        ActionKind = ActionKind.Discrete,
        ActionSize = Choices,
        HorizonSteps = 1000,
        SolvedScore = 200,
        Source = "Gymnasium 1.3.0 LunarLander-v3 with pybox2d 2.3.10, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/box2d/lunar_lander/",
        Description = "Land softly between two flags with a main engine and two side engines.",
    };

    static StepSettings IPhysicsWorld<LunarLanderState>.StepSettings => LanderDynamics.StepSettings;

    static ref PhysicsWorld IPhysicsWorld<LunarLanderState>.Scene(ref LunarLanderState state) => ref state.World;

    static void IPhysicsWorld<LunarLanderState>.BeginStep(ref LunarLanderState state, in WorldAction action) =>
        LanderDynamics.Begin(ref state, EngineThrust.FromChoice(action.Index));

    static Transition IPhysicsWorld<LunarLanderState>.EndStep(
        ref LunarLanderState state, in WorldAction action, Span<float> observation) =>
        LanderDynamics.End(ref state, EngineThrust.FromChoice(action.Index), observation);

    /// <inheritdoc/>
    public static void Reset(
        ref LunarLanderState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        Debug.Assert(observation.Length >= LanderDynamics.ObservationSize, "The observation is too short.");
        state.Random = NumpyGenerator.FromSeed(seed);
        state.Shaping = 0.0;
        LanderScene.Build(ref state.World, ref state.Random);
        _ = LanderDynamics.Advance(ref state, EngineThrust.FromChoice(0), observation);
    }

    /// <inheritdoc/>
    public static Transition Step(ref LunarLanderState state, in WorldAction action, Span<float> observation)
    {
        Debug.Assert(observation.Length >= LanderDynamics.ObservationSize, "The observation is too short.");
        Debug.Assert((uint)action.Index < Choices, "No such choice.");
        return LanderDynamics.Advance(ref state, EngineThrust.FromChoice(action.Index), observation);
    }
}
