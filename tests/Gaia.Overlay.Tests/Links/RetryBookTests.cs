using Gaia.Core.Random;
using Gaia.Overlay.Links;

namespace Gaia.Overlay.Tests.Links;

public sealed class RetryBookTests
{
    [Fact]
    public void Pause_OfAnyFailures_StaysWithinItsBounds()
    {
        var random = new PhiloxStream(1);
        var minimum = TimeSpan.FromSeconds(1);
        var maximum = TimeSpan.FromSeconds(60);
        for (var failures = 1; failures < 200; failures++)
        {
            var pause = Backoff.Pause(failures, minimum, maximum, ref random);
            Assert.InRange(pause, minimum, maximum);
            if (failures is > 1 and < 6)
                Assert.InRange(pause.TotalSeconds, 1 << (failures - 1), 1.5 * (1 << (failures - 1)));
        }

        Assert.InRange(Backoff.Pause(int.MaxValue, minimum, maximum, ref random), maximum / 1.5, maximum);
    }

    [Fact]
    public void Entries_BeyondTheCapacity_ForgetTheOldest()
    {
        var random = new PhiloxStream(1);
        var book = new RetryBook(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), 16);
        for (var number = 0; number < 50; number++)
            book.Failed(TestPeers.Id(number), TestPeers.Start, ref random);
        Assert.Equal(16, book.Count);
        Assert.True(book.MayTry(TestPeers.Id(0), TestPeers.Start));
        Assert.False(book.MayTry(TestPeers.Id(49), TestPeers.Start));
        Assert.True(book.MayTry(TestPeers.Id(49), book.NotBefore(TestPeers.Id(49))!.Value));
        var earliest = Enumerable.Range(34, 16).Min(number => book.NotBefore(TestPeers.Id(number)));
        Assert.Equal(earliest, book.NextAfter(TestPeers.Start));
        book.Succeeded(TestPeers.Id(49));
        Assert.Equal(0, book.Failures(TestPeers.Id(49)));
    }
}
