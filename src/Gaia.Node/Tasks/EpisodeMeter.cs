namespace Gaia.Node.Tasks;

/// <summary>Counts episodes and environment steps of one task, and their rate over the last ten seconds.</summary>
/// <remarks>
/// Any thread may count and read. The rate is kept in one slot a second; a slot holds its second and its count in one
/// word, so that a late writer can never mix two seconds.
/// </remarks>
internal sealed class EpisodeMeter(long evaluations, long environmentSteps)
{
    /// <summary>Whole seconds that the rate covers.</summary>
    public const int WindowSeconds = 10;

    private const int Slots = 16;
    private const int CountBits = 31;
    private const long CountMask = (1L << CountBits) - 1;

    private readonly long[] _slots = new long[Slots];
    private long _evaluations = evaluations;
    private long _environmentSteps = environmentSteps;
    private long _firstSecond = -1;

    /// <summary>Episodes, those of earlier processes included.</summary>
    public long Evaluations => Interlocked.Read(ref _evaluations);

    /// <summary>Environment steps, those of earlier processes included.</summary>
    public long EnvironmentSteps => Interlocked.Read(ref _environmentSteps);

    public void Add(int episodes, long steps, DateTimeOffset now)
    {
        if (episodes == 0)
            return;
        Interlocked.Add(ref _evaluations, episodes);
        Interlocked.Add(ref _environmentSteps, steps);
        var second = now.ToUnixTimeSeconds();
        Interlocked.CompareExchange(ref _firstSecond, second, -1);
        ref var slot = ref _slots[second % Slots];
        while (true)
        {
            var seen = Interlocked.Read(ref slot);
            var held = seen >> CountBits == second ? seen & CountMask : 0;
            var next = (second << CountBits) | Math.Min(CountMask, held + episodes);
            if (Interlocked.CompareExchange(ref slot, next, seen) == seen)
                return;
        }
    }

    /// <summary>Episodes a second over the last ten whole seconds, or since the first one where that is less.</summary>
    public double Rate(DateTimeOffset now)
    {
        var first = Interlocked.Read(ref _firstSecond);
        if (first < 0)
            return 0;
        var second = now.ToUnixTimeSeconds();
        var sum = 0L;
        for (var i = 0; i < Slots; i++)
        {
            var slot = Interlocked.Read(ref _slots[i]);
            var age = second - (slot >> CountBits);
            if (age is >= 0 and <= WindowSeconds)
                sum += slot & CountMask;
        }

        var end = now.ToUnixTimeMilliseconds() / 1000.0;
        var start = Math.Max(first, second - WindowSeconds);
        return sum / Math.Max(1.0, end - start);
    }
}
