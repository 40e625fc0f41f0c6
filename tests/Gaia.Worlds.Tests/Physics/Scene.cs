using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Physics;

/// <summary>Small scenes to test parts of the physics with.</summary>
internal static class Scene
{
    public const int Box = 0;
    public const float TimeStep = 0.02f;

    /// <summary>A resting ground of edges through the points given, and one box of density 1.</summary>
    public static PhysicsWorld WithBox(Vec2 position, float halfSide, params Vec2[] ground)
    {
        PhysicsWorld world = default;
        world.Clear(new Vec2(0.0f, -10.0f));
        int resting = SceneBuilder.AddRestingBody(ref world);
        Surface surface = TerrainSurface;
        for (int i = 0; i + 1 < ground.Length; i++)
            SceneBuilder.AddEdge(ref world, resting, in surface, ground[i], ground[i + 1]);
        AddBox(ref world, position, halfSide);
        return world;
    }

    public static Surface TerrainSurface => new() { Category = 1, Mask = 0xFFFF, Friction = 0.4f };

    public static int AddBox(ref PhysicsWorld world, Vec2 position, float halfSide)
    {
        var surface = new Surface { Category = 2, Mask = 1, Friction = 0.4f, Density = 1.0f };
        return SceneBuilder.AddBody(
            ref world, position, 0.0f, in surface, PolygonShape.CreateBox(halfSide, halfSide));
    }

    public static void Step(ref PhysicsWorld world) => world.Step(new StepSettings(TimeStep, 180, 60));
}
