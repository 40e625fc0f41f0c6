using Gaia.Core.Random;

namespace Gaia.Worlds.Tests.Physics.Lanes;

/// <summary>Flies landers so that some crash, some land and some come to rest; throws walkers about.</summary>
internal static class Pilots
{
    public static WorldAction Choose(uint seed, ReadOnlySpan<float> observation, ref NumpyGenerator random)
    {
        WorldAction action = default;
        int any = (int)random.Integers(0, 4);
        float tilt = observation[4] + (0.5f * observation[5]);
        if (seed % 3 == 0)
            action.Index = any;
        else if (tilt > 0.15f)
            action.Index = 3;
        else if (tilt < -0.15f)
            action.Index = 1;
        else
            action.Index = observation[3] < -0.15f - (0.3f * observation[1]) ? 2 : 0;
        return action;
    }

    public static WorldAction Throw(uint seed, ReadOnlySpan<float> observation, ref NumpyGenerator random)
    {
        WorldAction action = default;
        for (int i = 0; i < 4; i++)
            action.Values[i] = (float)random.Uniform(-1.0, 1.0);
        return action;
    }

    public static WorldAction Throttle(uint seed, ReadOnlySpan<float> observation, ref NumpyGenerator random)
    {
        WorldAction action = default;
        bool isRandom = seed % 3 == 0;
        float main = observation[3] < -0.15f - (0.3f * observation[1]) ? 1.0f : -1.0f;
        float side = observation[4] + (0.5f * observation[5]);
        float first = (float)random.Uniform(-1.0, 1.0);
        float second = (float)random.Uniform(-1.0, 1.0);
        action.Values[0] = isRandom ? first : main;
        action.Values[1] = isRandom ? second : Math.Clamp(5.0f * side, -1.0f, 1.0f);
        return action;
    }
}
