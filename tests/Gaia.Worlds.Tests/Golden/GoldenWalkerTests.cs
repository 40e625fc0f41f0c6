using System.Text.Json;
using Gaia.Core.Random;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Golden;

public sealed class GoldenWalkerTests
{
    private const string Plain = "BipedalWalker-v3";
    private const string Hardcore = "BipedalWalkerHardcore-v3";

    [RecordedTheory(Plain, Hardcore)]
    [InlineData(Plain)]
    [InlineData(Hardcore)]
    public void Golden_WalkerReset_DrawsRecordedTerrainAndForce(string world)
    {
        foreach (string file in GoldenFolder.Episodes(world))
        {
            var episode = GoldenEpisode.Read(file);
            JsonElement init = episode.Init;
            var random = NumpyGenerator.FromSeed(episode.Seed);
            PhysicsWorld scene = default;
            WalkerTerrain.Build(ref scene, ref random, world == Hardcore, out TerrainHeights heights);
            double[] y = GoldenEpisode.Doubles(init.GetProperty("terrain_y"));
            double[] x = GoldenEpisode.Doubles(init.GetProperty("terrain_x"));
            Assert.Equal(WalkerGeometry.TerrainPoints, y.Length);
            for (int i = 0; i < y.Length; i++)
                Assert.Equal((x[i], y[i]), (i * WalkerGeometry.TerrainStep, heights[i]));
            AssertTerrain(ref scene, init.GetProperty("polygons"), x, y);

            WalkerScene.DrawClouds(ref random);
            double force = init.GetProperty("force_x").GetDouble();
            Assert.Equal(force, random.Uniform(-5, 5));
        }
    }

    [RecordedTheory(Plain, Hardcore)]
    [InlineData(Plain)]
    [InlineData(Hardcore)]
    public void Golden_WalkerDraws_AreTheGeneratorsNumbersInOrder(string world)
    {
        foreach (string file in GoldenFolder.Episodes(world))
        {
            var episode = GoldenEpisode.Read(file);
            NumpyGenerator expected = NumpyGenerator.FromSeed(episode.Seed);
            PhysicsWorld scene = default;
            WalkerTerrain.Build(ref scene, ref expected, world == Hardcore, out _);

            // The ranges of whole numbers are not recorded, but any that gives the recorded number takes as much from
            // the generator. The first after a real of [0, 1) is the width of stairs, a range of one value: no draw.
            var random = NumpyGenerator.FromSeed(episode.Seed);
            string before = "";
            foreach (JsonElement draw in episode.Init.GetProperty("terrain_draws").EnumerateArray())
            {
                string kind = draw[0].GetString()!;
                if (kind == "i" && before == "r")
                    Assert.Equal(4, draw[1].GetInt32());
                else if (kind == "i")
                    DrawInteger(ref random, draw[1].GetInt32());
                else
                    Assert.Equal(draw[1].GetDouble(), kind == "u" ? random.Uniform(-1, 1) : random.NextDouble());
                before = kind;
            }

            Assert.Equal(expected, random);
            Assert.Equal(110, episode.Init.GetProperty("cloud_draws").GetInt32());
        }
    }

    private static void DrawInteger(ref NumpyGenerator random, int recorded)
    {
        (int Low, int High)[] ranges = [(1, 4), (5, 10), (3, 5), (1, 3)];
        foreach ((int low, int high) in ranges)
        {
            NumpyGenerator copy = random;
            if (copy.Integers(low, high) != recorded)
                continue;
            random = copy;
            return;
        }

        Assert.Fail($"no range gives {recorded}");
    }

    private static void AssertTerrain(ref PhysicsWorld scene, JsonElement polygons, double[] x, double[] y)
    {
        int boxes = polygons.GetArrayLength();
        Assert.Equal(boxes, scene.Terrain.PolygonCount);
        Assert.Equal(boxes + y.Length - 1, scene.Terrain.Count);
        Assert.Equal(scene.Terrain.Count, scene.Terrain.BodyCount);
        for (int i = 0; i < boxes; i++)
        {
            ref PolygonShape box = ref scene.Terrain.Polygons[i];
            Assert.Equal(ShapeKind.Polygon, scene.Terrain.Pieces[i].Kind);
            Assert.Equal(polygons[i].GetArrayLength(), box.Count);
            for (int v = 0; v < box.Count; v++)
            {
                JsonElement corner = polygons[i][v];
                Assert.Equal(new Vec2(corner[0].GetSingle(), corner[1].GetSingle()), box.Vertices[v]);
            }
        }

        for (int i = 0; i < y.Length - 1; i++)
        {
            ref EdgeShape edge = ref scene.Terrain.Pieces[boxes + i].Edge;
            Assert.Equal(new Vec2((float)x[i], (float)y[i]), edge.Start);
            Assert.Equal(new Vec2((float)x[i + 1], (float)y[i + 1]), edge.End);
        }
    }
}
