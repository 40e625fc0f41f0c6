using Gaia.Core.Random;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics.Geometry;

namespace Gaia.Worlds.Tests.Golden;

public sealed class GoldenDrawTests
{
    [RecordedFact("LunarLander-v3")]
    public void Golden_LanderReset_DrawsRecordedGroundAndForce()
    {
        foreach (string file in GoldenFolder.Episodes("LunarLander-v3"))
        {
            var episode = GoldenEpisode.Read(file);
            var random = NumpyGenerator.FromSeed(episode.Seed);
            LanderScene.DrawHeights(ref random, out GroundHeights heights);
            double[] used = GoldenEpisode.Doubles(episode.Init.GetProperty("heights_used"));
            double[] smooth = GoldenEpisode.Doubles(episode.Init.GetProperty("smooth_y"));
            for (int i = 0; i < used.Length; i++)
                Assert.Equal(used[i], heights[i]);
            for (int i = 0; i < smooth.Length; i++)
                Assert.Equal(smooth[i], LanderScene.SmoothHeight(in heights, i));

            LunarLanderState state = default;
            state.Random = NumpyGenerator.FromSeed(episode.Seed);
            LanderScene.Build(ref state.World, ref state.Random, gravity: -10.0);
            double[] force = GoldenEpisode.Doubles(episode.Init.GetProperty("force"));
            Assert.Equal(
                new Vec2((float)force[0], (float)force[1]), state.World.Bodies[LanderGeometry.Hull].Force);
            double[] noise = GoldenEpisode.Doubles(episode.Root.GetProperty("noise_reset"));
            double[] drawn = [state.Random.Uniform(-1.0, 1.0), state.Random.Uniform(-1.0, 1.0)];
            Assert.Equal(noise, drawn);
        }
    }

    [RecordedFact("LunarLander-v3-wind")]
    public void Golden_LanderResetInWind_DrawsRecordedPlacesOnTheCurve()
    {
        foreach (string file in GoldenFolder.Episodes("LunarLander-v3-wind"))
        {
            var episode = GoldenEpisode.Read(file);
            LunarLanderState state = default;
            WorldArguments arguments = default;
            arguments[LanderArguments.Gravity] = -10.0;
            arguments[LanderArguments.WindPower] = episode.Init.GetProperty("wind_power").GetDouble();
            arguments[LanderArguments.TurbulencePower] = episode.Init.GetProperty("turbulence_power").GetDouble();
            LunarLanderWorld<DiscreteControls, WindyAir>.Reset(
                ref state, episode.Seed, in arguments, new float[LanderDynamics.ObservationSize]);

            // The step that a reset makes has gone one place on.
            Assert.Equal(episode.Init.GetProperty("wind_idx").GetInt64() + 1, state.Wind.ForceIndex);
            Assert.Equal(episode.Init.GetProperty("torque_idx").GetInt64() + 1, state.Wind.TorqueIndex);
            Assert.Equal(arguments, LunarLanderWorld<DiscreteControls, WindyAir>.Info.DefaultArguments);
        }
    }

    [RecordedFact("LunarLander-v3")]
    public void Golden_LanderBodies_EqualRecordingWhereItHasThem()
    {
        int compared = 0;
        foreach (string file in GoldenFolder.Episodes("LunarLander-v3"))
        {
            var episode = GoldenEpisode.Read(file);
            if (!episode.Root.TryGetProperty("bodies", out var recorded))
                continue;
            compared++;
            LunarLanderState state = default;
            var observation = new float[8];
            LunarLanderWorld.Reset(ref state, episode.Seed, LunarLanderWorld.Info.DefaultArguments, observation);
            for (int t = 0; t < episode.Actions.Length; t++)
            {
                LunarLanderWorld.Step(ref state, in episode.Actions[t], observation);
                for (int i = 0; i < 3; i++)
                    Assert.Equal(recorded[t][i].EnumerateArray().Select(e => e.GetSingle()), Row(ref state, i));
            }
        }

        Assert.NotEqual(0, compared);
    }

    private static float[] Row(ref LunarLanderState state, int index)
    {
        ref var body = ref state.World.Bodies[index];
        return
        [
            body.Origin.X, body.Origin.Y, body.Sweep.Angle,
            body.Velocity.X, body.Velocity.Y, body.AngularVelocity, body.IsAwake ? 1.0f : 0.0f,
        ];
    }
}
