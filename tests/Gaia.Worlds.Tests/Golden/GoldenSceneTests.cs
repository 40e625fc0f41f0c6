using System.Text.Json;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Lanes;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>The bodies behind the observations: after the last step of every recording, and after each step where it
/// has them; in the scalar form and in a lane.</summary>
public sealed class GoldenSceneTests
{
    private const string Lander = "LunarLander-v3";
    private const string ContinuousLander = "LunarLander-v3-continuous";
    private const string LanderInWind = "LunarLander-v3-wind";
    private const string Walker = "BipedalWalker-v3";
    private const string HardcoreWalker = "BipedalWalkerHardcore-v3";

    private const int Hull = 0;

    [RecordedTheory(Lander, ContinuousLander, LanderInWind, Walker, HardcoreWalker)]
    [InlineData(Lander)]
    [InlineData(ContinuousLander)]
    [InlineData(LanderInWind)]
    [InlineData(Walker)]
    [InlineData(HardcoreWalker)]
    public void Golden_Bodies_EqualRecordingBitForBit(string world)
    {
        int compared = world switch
        {
            Lander => Play<LunarLanderWorld, LunarLanderState>(),
            ContinuousLander => Play<LunarLanderWorld<ContinuousControls, StillAir>, LunarLanderState>(),
            LanderInWind => Play<LunarLanderWorld<DiscreteControls, WindyAir>, LunarLanderState>(),
            Walker => Play<BipedalWalkerWorld, BipedalWalkerState>(),
            _ => Play<BipedalWalkerHardcoreWorld, BipedalWalkerState>(),
        };
        Assert.True(compared > 0 || world is ContinuousLander or LanderInWind, "No recording has bodies.");
    }

    /// <returns>How many recordings have the bodies of every step.</returns>
    private static int Play<TWorld, TState>()
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        IReadOnlyList<string> files = GoldenFolder.Episodes(TWorld.Info.Id);
        Assert.NotEmpty(files);
        return files.Count(file => Play<TWorld, TState>(GoldenEpisode.Read(file)));
    }

    private static bool Play<TWorld, TState>(GoldenEpisode episode)
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        bool hasBodies = episode.Root.TryGetProperty("bodies", out JsonElement bodies);
        int slot = (int)(episode.Seed % WorldLanes.Width);
        var lanes = new PhysicsLanes<TWorld, TState>(TWorld.Info.DefaultArguments, groups: 1);
        var actions = new LaneActions(lanes);
        var observation = new float[TWorld.Info.ObservationSize];
        TState state = default;
        TWorld.Reset(ref state, episode.Seed, TWorld.Info.DefaultArguments, observation);
        lanes.Reset(slot, episode.Seed);
        if (hasBodies)
        {
            Assert.Equal(episode.Steps, bodies.GetArrayLength());
            AssertBodies<TWorld, TState>(episode, "reset_bodies", episode.Root.GetProperty("reset_bodies"), state);
        }

        for (int t = 0; t < episode.Actions.Length; t++)
        {
            TWorld.Step(ref state, in episode.Actions[t], observation);
            actions.Act(slot, in episode.Actions[t]);
            lanes.Step([(byte)(1 << slot)]);
            if (!hasBodies)
                continue;
            AssertBodies<TWorld, TState>(episode, $"bodies[{t}]", bodies[t], state);
            AssertBodies<TWorld, TState>(episode, $"bodies[{t}] in a lane", bodies[t], lanes.StateOf(slot));
        }

        AssertFinal<TWorld, TState>(episode, state);
        AssertFinal<TWorld, TState>(episode, lanes.StateOf(slot));
        return hasBodies;
    }

    private static void AssertBodies<TWorld, TState>(
        GoldenEpisode episode, string field, JsonElement recorded, TState state)
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        ref PhysicsWorld scene = ref TWorld.Scene(ref state);
        Assert.Equal(recorded.GetArrayLength(), scene.BodyCount);
        for (int i = 0; i < scene.BodyCount; i++)
        {
            float[] expected = GoldenEpisode.Floats(recorded[i]);
            float[] actual = Row(in scene.Bodies[i]);
            Assert.True(
                expected.Select(BitConverter.SingleToInt32Bits)
                    .SequenceEqual(actual.Select(BitConverter.SingleToInt32Bits)),
                $"{episode.Name} {field}, body {i}: {string.Join(", ", actual)}, " +
                $"recorded {string.Join(", ", expected)}");
        }
    }

    private static float[] Row(ref readonly RigidBody body) =>
    [
        body.Origin.X, body.Origin.Y, body.Sweep.Angle,
        body.Velocity.X, body.Velocity.Y, body.AngularVelocity, body.IsAwake ? 1.0f : 0.0f,
    ];

    /// <summary>In both families the hull is the first body, and the game is over once it has touched the ground.
    /// </summary>
    private static void AssertFinal<TWorld, TState>(GoldenEpisode episode, TState state)
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        JsonElement final = episode.Root.GetProperty("final");
        ref RigidBody hull = ref TWorld.Scene(ref state).Bodies[Hull];
        Assert.Equal((episode.Name, final.GetProperty("game_over").GetInt32() != 0), (episode.Name, hull.HasTouched));
        if (typeof(TState) == typeof(LunarLanderState))
        {
            Assert.Equal((episode.Name, final.GetProperty("awake").GetInt32() != 0), (episode.Name, hull.IsAwake));
            return;
        }

        int x = BitConverter.SingleToInt32Bits(final.GetProperty("hull_x").GetSingle());
        Assert.Equal((episode.Name, x), (episode.Name, BitConverter.SingleToInt32Bits(hull.Origin.X)));
    }
}
