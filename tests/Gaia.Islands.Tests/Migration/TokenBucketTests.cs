using Gaia.Islands.Migration;

namespace Gaia.Islands.Tests.Migration;

public sealed class TokenBucketTests
{
    [Fact]
    public void TryTake_FullBucket_GivesItsCapacityAndOneMoreAfterAnInterval()
    {
        var bucket = new TokenBucket(6, 6, Sample.Noon);
        for (var i = 0; i < 6; i++)
            Assert.True(bucket.TryTake(Sample.Noon));
        Assert.False(bucket.TryTake(Sample.Noon.AddSeconds(9.999)));
        Assert.True(bucket.TryTake(Sample.Noon.AddSeconds(10)));
        Assert.False(bucket.TryTake(Sample.Noon.AddSeconds(10)));
    }

    [Fact]
    public void TryTake_AfterAges_NeverHoldsMoreThanItsCapacity()
    {
        var bucket = new TokenBucket(3, 600, Sample.Noon);
        var later = Sample.Noon.AddYears(500);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake(later)));
    }

    [Fact]
    public void TryTake_ClockStepsBack_GivesNothingAndLosesNothing()
    {
        var bucket = new TokenBucket(1, 6, Sample.Noon);
        Assert.True(bucket.TryTake(Sample.Noon));
        Assert.False(bucket.TryTake(Sample.Noon.AddHours(-5)));
        Assert.False(bucket.TryTake(Sample.Noon.AddSeconds(9)));
        Assert.True(bucket.TryTake(Sample.Noon.AddSeconds(10)));
    }

    [Fact]
    public void TryTake_WithReserve_LeavesTheLastTokenForWhoAsksWithout()
    {
        var bucket = new TokenBucket(2, 6, Sample.Noon);
        Assert.True(bucket.TryTake(Sample.Noon, reserve: 1));
        Assert.False(bucket.TryTake(Sample.Noon, reserve: 1));
        Assert.True(bucket.TryTake(Sample.Noon));
    }
}
