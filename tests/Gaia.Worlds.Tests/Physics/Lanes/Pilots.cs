using Gaia.Core.Random;

namespace Gaia.Worlds.Tests.Physics.Lanes;

/// <summary>Flies landers so that some crash, some land and some come to rest; throws walkers about, or
/// has them stride.</summary>
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

    /// <summary>Legs change roles by which of them stands; a little at random keeps the strides apart.</summary>
    public static WorldAction Stride(uint seed, ReadOnlySpan<float> observation, ref NumpyGenerator random)
    {
        WorldAction action = default;
        bool firstStands = observation[8] > 0.0f && (observation[13] == 0.0f || observation[4] > observation[9]);
        float upright = (-0.5f * observation[0]) - (1.5f * observation[1]);
        for (int leg = 0; leg < 2; leg++)
        {
            ReadOnlySpan<float> joints = observation.Slice(4 + (5 * leg), 5);
            bool stands = leg == 0 ? firstStands : !firstStands;
            float hip = (0.9f * ((stands ? -0.1f : 1.1f) - joints[0])) - (0.25f * joints[1]);
            float knee = (4.0f * ((stands ? 0.1f : -0.6f) - joints[2])) - (0.25f * joints[3]);
            float stumble = 0.2f * (float)random.Uniform(-1.0, 1.0);
            action.Values[2 * leg] = Math.Clamp((0.5f * (hip - upright)) + stumble, -1.0f, 1.0f);
            action.Values[(2 * leg) + 1] = Math.Clamp(0.5f * (knee - (15.0f * observation[3])), -1.0f, 1.0f);
        }

        return action;
    }

    /// <summary>Does what was done in a recorded episode.</summary>
    public static Pilot Repeat(WorldAction[] actions)
    {
        int step = 0;
        return (uint _, ReadOnlySpan<float> _, ref NumpyGenerator _) => actions[step++];
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
