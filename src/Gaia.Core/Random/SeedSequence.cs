namespace Gaia.Core.Random;

/// <summary>Spreads a small seed over as many well-mixed words as a generator needs.</summary>
/// <remarks>
/// NumPy's <c>SeedSequence</c> with a pool of four 32-bit words and no spawn key, which goes back to O'Neill,
/// "Developing a seed_seq Alternative" (2015). Every entropy word is hashed into the pool, then each pool word is mixed
/// with each other one, so that any bit of the seed reaches any bit of the state.
/// </remarks>
public static class SeedSequence
{
    private const int PoolWords = 4;
    private const int Shift = 16;
    private const uint EntropyInitial = 0x43b0d7e5;
    private const uint EntropyMultiplier = 0x931e8875;
    private const uint StateInitial = 0x8b51f9dd;
    private const uint StateMultiplier = 0x58f38ded;
    private const uint MixMultiplierLeft = 0xca01f9dd;
    private const uint MixMultiplierRight = 0x4973f715;

    /// <summary>What NumPy's <c>SeedSequence(entropy).generate_state(n, uint32)</c> returns.</summary>
    /// <param name="entropy">Any non-negative seed below 2^64.</param>
    /// <param name="state">Any number of words; all are overwritten.</param>
    public static void GenerateState(ulong entropy, Span<uint> state)
    {
        Span<uint> pool = stackalloc uint[PoolWords];
        FillPool(entropy, pool);

        var constant = StateInitial;
        for (var i = 0; i < state.Length; i++)
            state[i] = HashMix(pool[i % PoolWords], ref constant, StateMultiplier);
    }

    /// <summary>What NumPy's <c>SeedSequence(entropy).generate_state(n, uint64)</c> returns.</summary>
    /// <inheritdoc cref="GenerateState(ulong, Span{uint})"/>
    public static void GenerateState(ulong entropy, Span<ulong> state)
    {
        Span<uint> pool = stackalloc uint[PoolWords];
        FillPool(entropy, pool);

        var constant = StateInitial;
        for (var i = 0; i < state.Length; i++)
        {
            var low = HashMix(pool[2 * i % PoolWords], ref constant, StateMultiplier);
            var high = HashMix(pool[(2 * i + 1) % PoolWords], ref constant, StateMultiplier);
            state[i] = ((ulong)high << 32) | low;
        }
    }

    private static void FillPool(ulong entropy, Span<uint> pool)
    {
        // A seed below 2^64 has at most two words; NumPy hashes zeros into the rest of the pool.
        var constant = EntropyInitial;
        pool[0] = HashMix((uint)entropy, ref constant, EntropyMultiplier);
        pool[1] = HashMix((uint)(entropy >> 32), ref constant, EntropyMultiplier);
        pool[2] = HashMix(0, ref constant, EntropyMultiplier);
        pool[3] = HashMix(0, ref constant, EntropyMultiplier);

        for (var source = 0; source < PoolWords; source++)
        {
            for (var target = 0; target < PoolWords; target++)
            {
                if (source != target)
                    pool[target] = Mix(pool[target], HashMix(pool[source], ref constant, EntropyMultiplier));
            }
        }
    }

    private static uint HashMix(uint value, ref uint constant, uint multiplier)
    {
        value ^= constant;
        constant *= multiplier;
        value *= constant;
        return value ^ (value >> Shift);
    }

    private static uint Mix(uint left, uint right)
    {
        var mixed = MixMultiplierLeft * left - MixMultiplierRight * right;
        return mixed ^ (mixed >> Shift);
    }
}
