using System.Runtime.CompilerServices;

namespace Gaia.Core.Random;

/// <summary>The four words into which a seed is hashed, and the words hashed out of them.</summary>
/// <remarks>
/// Written once for one seed and for eight in lanes. The constants that the hashes step through do not depend on the
/// seed: they are counted at compile time, which is why the rounds stand in a row.
/// </remarks>
internal struct SeedPool<TWord>
    where TWord : struct, ISeedWord<TWord>
{
    private const uint EntropyInitial = 0x43b0d7e5;
    private const uint EntropyMultiplier = 0x931e8875;
    private const uint StateInitial = 0x8b51f9dd;
    private const uint StateMultiplier = 0x58f38ded;
    private const uint MixMultiplierLeft = 0xca01f9dd;
    private const uint MixMultiplierRight = 0x4973f715;

    public TWord Word0;
    public TWord Word1;
    public TWord Word2;
    public TWord Word3;

    /// <summary>The pool of a seed of two words, of which the second may be 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SeedPool<TWord> Of(TWord low, TWord high)
    {
        // NumPy hashes zeros into the rest of the pool.
        SeedPool<TWord> pool;
        var constant = EntropyInitial;
        pool.Word0 = Hash(low, ref constant);
        pool.Word1 = Hash(high, ref constant);
        pool.Word2 = Hash(TWord.Of(0), ref constant);
        pool.Word3 = Hash(TWord.Of(0), ref constant);

        Mix(ref pool.Word1, pool.Word0, ref constant);
        Mix(ref pool.Word2, pool.Word0, ref constant);
        Mix(ref pool.Word3, pool.Word0, ref constant);

        Mix(ref pool.Word0, pool.Word1, ref constant);
        Mix(ref pool.Word2, pool.Word1, ref constant);
        Mix(ref pool.Word3, pool.Word1, ref constant);

        Mix(ref pool.Word0, pool.Word2, ref constant);
        Mix(ref pool.Word1, pool.Word2, ref constant);
        Mix(ref pool.Word3, pool.Word2, ref constant);

        Mix(ref pool.Word0, pool.Word3, ref constant);
        Mix(ref pool.Word1, pool.Word3, ref constant);
        Mix(ref pool.Word2, pool.Word3, ref constant);
        return pool;
    }

    /// <summary>The constant before the first word that is hashed out.</summary>
    public static uint FirstConstant => StateInitial;

    /// <summary>The next word that is hashed out of one of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWord Next(TWord word, ref uint constant)
    {
        var before = constant;
        constant *= StateMultiplier;
        return TWord.Hash(word, before, constant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWord Hash(TWord word, ref uint constant)
    {
        var before = constant;
        constant *= EntropyMultiplier;
        return TWord.Hash(word, before, constant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref TWord target, TWord source, ref uint constant) =>
        target = TWord.Mix(target, MixMultiplierLeft, Hash(source, ref constant), MixMultiplierRight);
}
