using System.Runtime.CompilerServices;
using Gaia.Core.Random;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>Draws the terrain point by point, as stretches of grass and, in the hard form, obstacles between them.
/// </summary>
/// <remarks>
/// Order of draws, and of creation, as in Gymnasium 1.3.0, box2d/bipedal_walker.py: the boxes of obstacles where they
/// are drawn, then an edge between each point and the next; every one a resting body of its own. The first step of a
/// stretch of grass leaves height and slope as they are.
/// </remarks>
internal struct WalkerTerrain
{
    private const double Step = WalkerGeometry.TerrainStep;
    private const float Friction = 2.5f;
    private const ushort CollidesWithAll = 0xFFFF;

    private readonly bool _hasObstacles;
    private TerrainKind _kind;
    private bool _isFirst;
    private int _stepsLeft;
    private double _height;
    private double _slope;
    private double _heightBefore;
    private int _stairCount;
    private int _stairSteps;
    private int _stairDirection;

    private WalkerTerrain(bool hasObstacles)
    {
        _hasObstacles = hasObstacles;
        _stepsLeft = WalkerGeometry.StartPad;
        _height = WalkerGeometry.TerrainHeight;
    }

    /// <summary>Draws the terrain and builds it into an empty scene.</summary>
    public static void Build(
        ref PhysicsWorld world, ref NumpyGenerator random, bool hasObstacles, out TerrainHeights heights)
    {
        Unsafe.SkipInit(out heights);
        var terrain = new WalkerTerrain(hasObstacles);
        for (int i = 0; i < WalkerGeometry.TerrainPoints; i++)
        {
            terrain.Rise(ref world, ref random, i);
            heights[i] = terrain._height;
            terrain.Proceed(ref random);
        }

        Surface surface = GroundSurface;
        for (int i = 0; i < WalkerGeometry.TerrainPoints - 1; i++)
        {
            int body = SceneBuilder.AddRestingBody(ref world);
            Vec2 start = Point(i * Step, heights[i]);
            Vec2 end = Point((i + 1) * Step, heights[i + 1]);
            SceneBuilder.AddEdge(ref world, body, in surface, start, end);
        }
    }

    private static Surface GroundSurface => new()
    {
        Category = WalkerGeometry.GroundCategory,
        Mask = CollidesWithAll,
        Friction = Friction,
    };

    /// <summary>Takes the height to point i, and builds an obstacle where one begins.</summary>
    private void Rise(ref PhysicsWorld world, ref NumpyGenerator random, int i)
    {
        double x = i * Step;
        if (_kind == TerrainKind.Grass)
        {
            if (!_isFirst)
                RollGrass(ref random, i);
        }
        else if (_kind == TerrainKind.Pit)
        {
            if (_isFirst)
                DigPit(ref world, ref random, x);
            else
                _height = _stepsLeft > 1 ? _heightBefore - (4 * Step) : _heightBefore;
        }
        else if (_kind == TerrainKind.Stairs)
        {
            if (_isFirst)
                BuildStairs(ref world, ref random, x);
            else
                ClimbStairs();
        }
        else if (_isFirst)
        {
            PutStump(ref world, ref random, x);
        }
    }

    /// <summary>Ends a stretch where its steps are used up.</summary>
    private void Proceed(ref NumpyGenerator random)
    {
        _isFirst = false;
        _stepsLeft--;
        if (_stepsLeft != 0)
            return;
        _stepsLeft = (int)random.Integers(WalkerGeometry.Grass / 2, WalkerGeometry.Grass);
        _isFirst = true;
        _kind = _kind == TerrainKind.Grass && _hasObstacles
            ? (TerrainKind)random.Integers((int)TerrainKind.Stump, (int)TerrainKind.Pit + 1)
            : TerrainKind.Grass;
    }

    private void RollGrass(ref NumpyGenerator random, int i)
    {
        double wanted = WalkerGeometry.TerrainHeight - _height;
        double sign = wanted > 0.0 ? 1.0 : wanted < 0.0 ? -1.0 : 0.0;
        _slope = (0.8 * _slope) + (0.01 * sign);
        if (i > WalkerGeometry.StartPad)
            _slope += random.Uniform(-1, 1) / WalkerGeometry.Scale;
        _height += _slope;
    }

    /// <summary>Two boxes, whose tops are the rims.</summary>
    private void DigPit(ref PhysicsWorld world, ref NumpyGenerator random, double x)
    {
        int width = (int)random.Integers(3, 5);
        double bottom = _height - (4 * Step);
        AddBox(ref world, x, x + Step, bottom, _height);
        AddBox(ref world, x + (Step * width), x + Step + (Step * width), bottom, _height);
        _stepsLeft = width + 2;
        _heightBefore = _height;
    }

    private void PutStump(ref PhysicsWorld world, ref NumpyGenerator random, double x)
    {
        _stepsLeft = (int)random.Integers(1, 3);
        double size = _stepsLeft * Step;
        AddBox(ref world, x, x + size, _height, _height + size);
    }

    private void BuildStairs(ref PhysicsWorld world, ref NumpyGenerator random, double x)
    {
        _stairDirection = random.NextDouble() > 0.5 ? +1 : -1;
        _stairSteps = (int)random.Integers(4, 5);
        _stairCount = (int)random.Integers(3, 5);
        _heightBefore = _height;
        for (int s = 0; s < _stairCount; s++)
        {
            double left = x + (s * _stairSteps * Step);
            double right = x + ((1 + s) * _stairSteps * Step);
            double top = _height + (s * _stairDirection * Step);
            double bottom = _height + ((-1 + (s * _stairDirection)) * Step);
            AddBox(ref world, left, right, bottom, top);
        }

        _stepsLeft = _stairCount * _stairSteps;
    }

    private void ClimbStairs()
    {
        int passed = (_stairCount * _stairSteps) - _stepsLeft - _stairDirection;
        double stairs = passed / (double)_stairSteps;
        _height = _heightBefore + (stairs * _stairDirection * Step);
    }

    private static void AddBox(ref PhysicsWorld world, double left, double right, double bottom, double top)
    {
        ReadOnlySpan<Vec2> corners = [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)];
        Surface surface = GroundSurface;
        int body = SceneBuilder.AddRestingBody(ref world);
        SceneBuilder.AddPolygon(ref world, body, in surface, PolygonShape.CreateHull(corners));
    }

    private static Vec2 Point(double x, double y) => new((float)x, (float)y);
}
