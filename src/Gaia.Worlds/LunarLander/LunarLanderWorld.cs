using System.Diagnostics;
using Gaia.Core.Random;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.LunarLander;

/// <summary>LunarLander-v3: bring a lander with three engines to rest on a pad.</summary>
/// <typeparam name="TControls">Choices, or throttles.</typeparam>
/// <typeparam name="TAir">With or without wind.</typeparam>
/// <remarks>
/// Bit-equal to Gymnasium 1.3.0 with pybox2d 2.3.10: 180 velocity and up to 60 position iterations at 50 steps a
/// second, continuous collision on. A crash or leaving the picture is worth -100, coming to rest +100, which
/// overrides a crash.
/// </remarks>
internal readonly struct LunarLanderWorld<TControls, TAir> : IPhysicsWorld<LunarLanderState>
    where TControls : struct, ILanderControls
    where TAir : struct, ILanderAir
{
    /// <inheritdoc/>
    public static WorldInfo Info { get; } = new()
    {
        Id = "LunarLander-v3" + TControls.IdSuffix + TAir.IdSuffix,
        Group = WorldGroup.Gymnasium,
        ObservationSize = LanderDynamics.ObservationSize,
        ObservationBounds = LanderDynamics.ObservationBounds,
        ActionKind = TControls.ActionKind,
        ActionSize = TControls.ActionSize,
        ActionBounds = TControls.ActionBounds,
        HorizonSteps = 1000,
        SolvedScore = 200,
        Source = Source,
        Reference = "https://gymnasium.farama.org/environments/box2d/lunar_lander/",
        Description = "Land softly between two flags with a main engine and two side engines" +
            (TAir.HasWind ? ", in wind and turbulence." : "."),
        Arguments = TAir.HasWind ? LanderArguments.InWind : LanderArguments.InStillAir,
    };

    /// <remarks>Episodes of the reference are recorded for each variant but the one with both options.</remarks>
    private static string Source => (TControls.ActionKind == ActionKind.Continuous, TAir.HasWind) switch
    {
        (false, false) => "Gymnasium 1.3.0 LunarLander-v3 with pybox2d 2.3.10, bit-equal",
        (true, false) => "Gymnasium 1.3.0 LunarLander-v3 (continuous=True) with pybox2d 2.3.10, bit-equal",
        (false, true) => "Gymnasium 1.3.0 LunarLander-v3 (enable_wind=True) with pybox2d 2.3.10, bit-equal",
        (true, true) => "Gymnasium 1.3.0 LunarLander-v3 (continuous=True, enable_wind=True): as " +
            "LunarLander-v3-continuous and LunarLander-v3-wind; no recorded episodes of its own",
    };

    static StepSettings IPhysicsWorld<LunarLanderState>.StepSettings => LanderDynamics.StepSettings;

    static ref PhysicsWorld IPhysicsWorld<LunarLanderState>.Scene(ref LunarLanderState state) => ref state.World;

    static void IPhysicsWorld<LunarLanderState>.BeginStep(ref LunarLanderState state, in WorldAction action) =>
        LanderDynamics.Begin<TAir>(ref state, TControls.Thrust(in action));

    static Transition IPhysicsWorld<LunarLanderState>.EndStep(
        ref LunarLanderState state, in WorldAction action, Span<float> observation) =>
        LanderDynamics.End(ref state, TControls.Thrust(in action), observation);

    /// <inheritdoc/>
    public static void Reset(
        ref LunarLanderState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        Debug.Assert(observation.Length >= LanderDynamics.ObservationSize, "The observation is too short.");
        state.Random = NumpyGenerator.FromSeed(seed);
        state.Shaping = 0.0;
        LanderScene.Build(ref state.World, ref state.Random, arguments[LanderArguments.Gravity]);
        state.Wind = default;
        if (TAir.HasWind)
        {
            state.Wind = LanderWind.Start(
                ref state.Random, arguments[LanderArguments.WindPower], arguments[LanderArguments.TurbulencePower]);
        }

        EngineThrust none = default;
        _ = LanderDynamics.Advance<TAir>(ref state, in none, observation);
    }

    /// <inheritdoc/>
    public static Transition Step(ref LunarLanderState state, in WorldAction action, Span<float> observation)
    {
        Debug.Assert(observation.Length >= LanderDynamics.ObservationSize, "The observation is too short.");
        return LanderDynamics.Advance<TAir>(ref state, TControls.Thrust(in action), observation);
    }
}
