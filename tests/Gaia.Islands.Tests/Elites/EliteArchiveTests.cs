using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Tests.Elites;

public sealed class EliteArchiveTests
{
    private static readonly ArchiveOptions NoImmigrants = new() { Capacity = 10, ImmigrantShare = 0 };

    private static readonly Gen<(int Number, int Score, int Origin)[]> Offers = Gen.ArrayOf(
        from number in Gen.Choose(0, 400)
        from score in Gen.Choose(-50, 50)
        from origin in Gen.Choose(0, 6)
        select (number, score, origin));

    [Fact]
    public void Offer_FreeSlots_TakesOneOriginsElitesBestFirst()
    {
        var archive = Filled(NoImmigrants, Enumerable.Range(0, 10).Select(n => Sample.Elite(n, n % 7)));
        Assert.Equal(10, archive.Ranked.Length);
        Assert.Equal(archive.Ranked.OrderByDescending(e => e.ScoreMicros).ThenBy(e => e.Id), archive.Ranked);
    }

    [Fact]
    public void Offer_SameEliteTwice_IsADuplicate()
    {
        var archive = Filled(NoImmigrants, [Sample.Elite(1, 5)]);
        Assert.Equal(ArchiveEntry.Duplicate, archive.Offer(Sample.Elite(1, 5)).Entry);
        Assert.Equal(1, archive.Count);
    }

    [Fact]
    public void Offer_OriginAtItsCapWhenContended_ReplacesOnlyItsOwnWeakest()
    {
        var full = Enumerable.Range(0, 10).Select(n => Sample.Elite(n, 10 + n, origin: n / 2));
        var archive = Filled(NoImmigrants, full);
        Assert.Equal(2, NoImmigrants.OriginCap);

        Assert.Equal(ArchiveEntry.TooWeak, archive.Offer(Sample.Elite(50, 17.5, origin: 4)).Entry);
        var change = archive.Offer(Sample.Elite(51, 18.5, origin: 4));
        Assert.Equal((ArchiveEntry.Ranked, Sample.EliteId(8)), (change.Entry, change.Evicted?.Id));
    }

    [Fact]
    public void Offer_NewOriginWhenOneCrowds_TakesTheCrowdsWeakestSlotWhateverItsScore()
    {
        var archive = Filled(NoImmigrants, Enumerable.Range(0, 10).Select(n => Sample.Elite(n, 10 + n, origin: 1)));
        var change = archive.Offer(Sample.Elite(60, 3, origin: 2));
        Assert.Equal((ArchiveEntry.Ranked, Sample.EliteId(0)), (change.Entry, change.Evicted?.Id));
        Assert.False(archive.Contains(Sample.EliteId(0)));
    }

    [Fact]
    public void Offer_NewOriginWhenNoneCrowds_MustBeatTheWeakest()
    {
        var archive = Filled(NoImmigrants, Enumerable.Range(0, 10).Select(n => Sample.Elite(n, 10 + n, origin: n / 2)));
        Assert.Equal(ArchiveEntry.TooWeak, archive.Offer(Sample.Elite(61, 9, origin: 9)).Entry);
        Assert.Equal(Sample.EliteId(0), archive.Offer(Sample.Elite(62, 11.5, origin: 9)).Evicted?.Id);
    }

    [Fact]
    public void Offer_SwarmOfThree_MayFillTheArchiveBeyondTheCap()
    {
        var offers = Enumerable.Range(0, 300).Select(n => Sample.Elite(n, n, origin: n % 3));
        var archive = Filled(NoImmigrants, offers);
        Assert.Equal(10, archive.Ranked.Length);
        Assert.Equal(Sample.EliteId(299), archive.Best?.Id);
        Assert.Equal(3, archive.Ranked.Select(elite => elite.Origin).Distinct().Count());
    }

    [Fact]
    public void Offer_TooWeakButDrawn_BecomesAnImmigrantAndTheOldestLeaves()
    {
        var options = new ArchiveOptions { Capacity = 20, ImmigrantChance = 1 };
        var archive = Filled(options, Enumerable.Range(0, 18).Select(n => Sample.Elite(n, 100, origin: n)));
        Assert.Equal(ArchiveEntry.Immigrant, archive.Offer(Sample.Elite(100, 1, origin: 30)).Entry);
        Assert.Equal(ArchiveEntry.Immigrant, archive.Offer(Sample.Elite(101, 2, origin: 31)).Entry);
        var change = archive.Offer(Sample.Elite(102, 1.5, origin: 32));
        Assert.Equal(Sample.EliteId(100), change.Evicted?.Id);
        Assert.Equal([Sample.EliteId(101), Sample.EliteId(102)], archive.Immigrants.Select(elite => elite.Id));
    }

    [Fact]
    public void Judge_ManyWeakElites_DrawsAboutATenthOfThemAndNotTheSameOnesEverywhere()
    {
        var full = Enumerable.Range(0, 45).Select(n => Sample.Elite(n, 100, origin: n)).ToArray();
        var here = Filled(new ArchiveOptions(), full);
        var there = new EliteArchive(Sample.Task, new ArchiveOptions(), Hash256.Sha256("there"u8));
        foreach (var elite in full)
            there.Offer(elite);

        var drawnHere = Drawn(here);
        Assert.InRange(drawnHere.Length, 150, 250);
        Assert.NotEqual(drawnHere, Drawn(there));
    }

    [Fact]
    public void Offer_AnySequence_KeepsTheInvariants() => Prop.ForAll(Offers.ToArbitrary(), offers =>
    {
        var options = new ArchiveOptions { Capacity = 20 };
        var archive = new EliteArchive(Sample.Task, options, Hash256.Sha256("here"u8));
        foreach (var (number, score, origin) in offers)
        {
            var elite = Sample.Elite(number, score, origin);
            var best = archive.Best;
            var judged = archive.Judge(elite.Id, elite.Origin, elite.ScoreMicros);
            var change = archive.Offer(elite);
            Assert.Equal(judged, change.Entry);
            Assert.Equal(change.Entry != ArchiveEntry.TooWeak, archive.Contains(elite.Id));
            Assert.True(best is null || archive.Best!.ScoreMicros >= best.ScoreMicros, "The best elite left.");
            Assert.True(archive.Ranked.Length <= options.RankedSlots);
            Assert.True(archive.Immigrants.Length <= options.ImmigrantSlots);
            var ids = archive.Ranked.Concat(archive.Immigrants).Select(e => e.Id).ToArray();
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(ids, id => Assert.Equal(id, archive.Find(id)?.Id));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Offer_OnceContended_NoOriginGrowsBeyondItsCap() => Prop.ForAll(Offers.ToArbitrary(), offers =>
    {
        var archive = Filled(NoImmigrants, Enumerable.Range(500, 10).Select(n => Sample.Elite(n, 0, origin: n)));
        foreach (var (number, score, origin) in offers)
        {
            archive.Offer(Sample.Elite(number, score, origin));
            var largest = archive.Ranked.GroupBy(elite => elite.Origin).Max(group => group.Count());
            Assert.True(largest <= NoImmigrants.OriginCap, $"One origin holds {largest} of ten slots.");
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Offer_SameSequence_GivesTheSameArchive() => Prop.ForAll(Offers.ToArbitrary(), offers =>
    {
        var elites = offers.Select(o => Sample.Elite(o.Number, o.Score, o.Origin)).ToArray();
        var first = Filled(new ArchiveOptions { Capacity = 20 }, elites);
        var second = Filled(new ArchiveOptions { Capacity = 20 }, elites);
        Assert.Equal(first.Ranked.AsEnumerable(), second.Ranked);
        Assert.Equal(first.Immigrants.AsEnumerable(), second.Immigrants);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rejects_EliteOfAnotherTask()
    {
        var archive = Filled(NoImmigrants, []);
        var foreign = Sample.Elite(1, 1) with { Task = new TaskId(Hash256.Sha256("other"u8)) };
        Assert.Throws<ArgumentException>(() => archive.Offer(foreign));
    }

    [Theory]
    [InlineData(0, 0.2, 0.1, 0.1)]
    [InlineData(10_001, 0.2, 0.1, 0.1)]
    [InlineData(50, 0, 0.1, 0.1)]
    [InlineData(50, 1.1, 0.1, 0.1)]
    [InlineData(50, double.NaN, 0.1, 0.1)]
    [InlineData(50, 0.2, 0.6, 0.1)]
    [InlineData(50, 0.2, 0.1, -0.1)]
    public void Rejects_OptionOutOfRange(int capacity, double origin, double immigrants, double chance)
    {
        var options = new ArchiveOptions
        {
            Capacity = capacity,
            OriginShare = origin,
            ImmigrantShare = immigrants,
            ImmigrantChance = chance,
        };
        Assert.Throws<ArgumentOutOfRangeException>(() => new EliteArchive(Sample.Task, options, default));
    }

    private static EliteArchive Filled(ArchiveOptions options, IEnumerable<Elite> elites)
    {
        var archive = new EliteArchive(Sample.Task, options, Hash256.Sha256("here"u8));
        foreach (var elite in elites)
            archive.Offer(elite);
        return archive;
    }

    private static int[] Drawn(EliteArchive archive) =>
        [.. Enumerable.Range(1000, 2000).Where(number =>
            archive.Judge(Sample.EliteId(number), Sample.Node(77), 0) == ArchiveEntry.Immigrant)];
}
