using System.Runtime.CompilerServices;
using System.Text.Json;
using Gaia.Core.Random;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>Every number that a lander draws, in the order of the recordings.</summary>
public sealed class GoldenLanderTests
{
    private const string Plain = "LunarLander-v3";

    /// <summary>Every lander that is recorded.</summary>
    public static TheoryData<string> Worlds() =>
        [.. GoldenFolder.Worlds.Where(world => world.StartsWith(Plain, StringComparison.Ordinal))];

    [RecordedTheory(Plain)]
    [MemberData(nameof(Worlds))]
    public void Golden_LanderReset_DrawsRecordedNumbersInOrder(string world)
    {
        foreach (string file in GoldenFolder.Episodes(world))
        {
            var episode = GoldenEpisode.Read(file);
            var random = NumpyGenerator.FromSeed(episode.Seed);
            // The recorder kept the array itself, in which the reference then flattens the five around the pad.
            double[] heights = Uniform(ref random, 12, 0.0, LanderGeometry.Height / 2);
            heights.AsSpan(3, 5).Fill(LanderGeometry.PadHeight);
            AssertInit(episode, "heights_drawn", heights);
            AssertInit(episode, "force", Uniform(ref random, 2, -1000.0, 1000.0));
            if (world.Contains("-wind", StringComparison.Ordinal))
            {
                Assert.Equal(episode.Init.GetProperty("wind_idx").GetInt64(), random.Integers(-9999, 9999));
                Assert.Equal(episode.Init.GetProperty("torque_idx").GetInt64(), random.Integers(-9999, 9999));
            }

            double[] noise = GoldenEpisode.Doubles(episode.Root.GetProperty("noise_reset"));
            AssertSame(episode, "noise_reset", noise, Uniform(ref random, 2, -1.0, 1.0));

            // That is all a reset draws.
            Assert.Equal(random, WorldCatalog.Visit(world, new NoiseReader(episode)).AfterReset);
        }
    }

    [RecordedTheory(Plain)]
    [MemberData(nameof(Worlds))]
    public void Golden_LanderReset_BuildsRecordedGround(string world)
    {
        foreach (string file in GoldenFolder.Episodes(world))
        {
            var episode = GoldenEpisode.Read(file);
            var random = NumpyGenerator.FromSeed(episode.Seed);
            LanderScene.DrawHeights(ref random, out GroundHeights heights);
            AssertInit(episode, "heights_used", ((ReadOnlySpan<double>)heights).ToArray());
            double[] y = new double[LanderGeometry.GroundPoints];
            for (int i = 0; i < y.Length; i++)
                y[i] = LanderScene.SmoothHeight(in heights, i);
            AssertInit(episode, "smooth_y", y);
            double[] pad = [episode.Init.GetProperty("helipad_y").GetDouble()];
            AssertSame(episode, "helipad_y", pad, [LanderGeometry.PadHeight]);

            PhysicsWorld scene = default;
            random = NumpyGenerator.FromSeed(episode.Seed);
            LanderScene.Build(ref scene, ref random, gravity: -10.0);
            AssertGround(episode, ref scene);
            float[] force = [.. GoldenEpisode.Doubles(episode.Init.GetProperty("force")).Select(value => (float)value)];
            AssertSame(episode, "force", new Vec2(force[0], force[1]), scene.Bodies[LanderGeometry.Hull].Force);
        }
    }

    [RecordedTheory(Plain)]
    [MemberData(nameof(Worlds))]
    public void Golden_LanderSteps_DrawRecordedNoise(string world)
    {
        foreach (string file in GoldenFolder.Episodes(world))
        {
            var episode = GoldenEpisode.Read(file);
            JsonElement recorded = episode.Root.GetProperty("noise");
            double[][] drawn = WorldCatalog.Visit(world, new NoiseReader(episode)).Drawn;
            Assert.Equal(episode.Steps, recorded.GetArrayLength());
            Assert.Equal(episode.Steps, drawn.Length);
            for (int t = 0; t < drawn.Length; t++)
                AssertSame(episode, $"noise[{t}]", GoldenEpisode.Doubles(recorded[t]), drawn[t]);
        }
    }

    [RecordedFact("LunarLander-v3-wind")]
    public void Golden_LanderResetInWind_StartsAtRecordedPlacesOnTheCurve()
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

    private static double[] Uniform(ref NumpyGenerator random, int count, double low, double high)
    {
        var drawn = new double[count];
        for (int i = 0; i < count; i++)
            drawn[i] = random.Uniform(low, high);
        return drawn;
    }

    /// <summary>The first piece of the terrain is the floor of the picture.</summary>
    private static void AssertGround(GoldenEpisode episode, ref PhysicsWorld scene)
    {
        double[] x = GoldenEpisode.Doubles(episode.Init.GetProperty("chunk_x"));
        double[] y = GoldenEpisode.Doubles(episode.Init.GetProperty("smooth_y"));
        Assert.Equal(y.Length, x.Length);
        Assert.Equal(x.Length, scene.Terrain.Count);
        for (int i = 1; i < x.Length; i++)
        {
            ref EdgeShape edge = ref scene.Terrain.Pieces[i].Edge;
            AssertSame(episode, $"point {i - 1}", new Vec2((float)x[i - 1], (float)y[i - 1]), edge.Start);
            AssertSame(episode, $"point {i}", new Vec2((float)x[i], (float)y[i]), edge.End);
        }
    }

    private static void AssertInit(GoldenEpisode episode, string field, double[] actual) =>
        AssertSame(episode, field, GoldenEpisode.Doubles(episode.Init.GetProperty(field)), actual);

    private static void AssertSame(GoldenEpisode episode, string field, double[] recorded, double[] actual) =>
        Assert.True(
            recorded.Select(BitConverter.DoubleToInt64Bits)
                .SequenceEqual(actual.Select(BitConverter.DoubleToInt64Bits)),
            $"{episode.Name} {field}: {string.Join(", ", actual)}, recorded {string.Join(", ", recorded)}");

    private static void AssertSame(GoldenEpisode episode, string field, Vec2 recorded, Vec2 actual) =>
        AssertSame(episode, field, [recorded.X, recorded.Y], [actual.X, actual.Y]);

    /// <summary>The two numbers that each step takes from the generator, and where the generator is after the reset.
    /// </summary>
    private sealed class NoiseReader(GoldenEpisode episode)
        : IWorldVisitor<(NumpyGenerator AfterReset, double[][] Drawn)>
    {
        public (NumpyGenerator AfterReset, double[][] Drawn) Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            Assert.Equal(typeof(LunarLanderState), typeof(TState));
            TState state = default;
            ref LunarLanderState lander = ref Unsafe.As<TState, LunarLanderState>(ref state);
            var observation = new float[TWorld.Info.ObservationSize];
            TWorld.Reset(ref state, episode.Seed, TWorld.Info.DefaultArguments, observation);
            NumpyGenerator afterReset = lander.Random;
            var drawn = new double[episode.Actions.Length][];
            for (int t = 0; t < drawn.Length; t++)
            {
                NumpyGenerator random = lander.Random;
                drawn[t] = Uniform(ref random, 2, -1.0, 1.0);
                TWorld.Step(ref state, in episode.Actions[t], observation);
                Assert.Equal(random, lander.Random);
            }

            return (afterReset, drawn);
        }
    }
}
