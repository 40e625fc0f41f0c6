using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Physics;

/// <summary>Small scenes to test parts of the physics with.</summary>
internal static class Scene
{
    public const int Ground = 0;
    public const int Box = 1;
    public const float TimeStep = 0.02f;

    /// <summary>A resting ground of edges through the points given, and one box of density 1.</summary>
    public static PhysicsWorld WithBox(Vec2 position, float halfSide, params Vec2[] ground)
    {
        PhysicsWorld world = default;
        world.Clear(new Vec2(0.0f, -10.0f));
        SceneBuilder.AddBody(ref world, isDynamic: false, default, 0.0f);
        Fixture surface = default;
        surface.Body = Ground;
        surface.Category = 1;
        surface.Mask = 0xFFFF;
        surface.Friction = 0.4f;
        for (int i = 0; i + 1 < ground.Length; i++)
            SceneBuilder.AddEdge(ref world, in surface, ground[i], ground[i + 1]);

        SceneBuilder.AddBody(ref world, isDynamic: true, position, 0.0f);
        surface.Body = Box;
        surface.Category = 2;
        surface.Density = 1.0f;
        SceneBuilder.AddPolygon(ref world, in surface, PolygonShape.CreateBox(halfSide, halfSide));
        return world;
    }

    public static void Step(ref PhysicsWorld world) => world.Step(new StepSettings(TimeStep, 180, 60));
}
