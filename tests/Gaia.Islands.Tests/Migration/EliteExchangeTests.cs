using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Migration;
using Gaia.Islands.Tasks;
using Gaia.Islands.Tests.Tasks;

namespace Gaia.Islands.Tests.Migration;

public sealed class EliteExchangeTests
{
    private static readonly TaskDefinition Task = ManifestText.Task(ManifestText.Minimal);
    private static readonly NodeId Self = Sample.Node(0);

    private readonly ExchangeOptions _options = new();
    private readonly EliteArchive _archive = new(Task.Id, new ArchiveOptions { ImmigrantShare = 0 }, default);
    private readonly EliteExchange _exchange;

    public EliteExchangeTests()
    {
        _exchange = new EliteExchange(Self, _options);
        _exchange.Join(Task, _archive);
    }

    [Fact]
    public void OnAnnouncement_OfUse_IsPulledAndForwarded() =>
        Assert.Equal(
            new AnnouncementDecision(AnnouncementVerb.Pull, AnnouncementReason.WouldEnter, Forward: true),
            _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon));

    [Fact]
    public void OnAnnouncement_Repeated_IsNeitherPulledNorForwardedAndCostsNoToken()
    {
        _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon);
        for (var i = 0; i < 50; i++)
        {
            var again = _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon);
            AssertIgnored(AnnouncementReason.AlreadyKnown, false, again);
        }

        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(2, 6), Sample.Noon).Verb);
    }

    [Fact]
    public void OnAnnouncement_OfSelf_IsIgnored() =>
        AssertIgnored(AnnouncementReason.Own, false, _exchange.OnAnnouncement(Announced(1, 5, origin: 0), Sample.Noon));

    [Fact]
    public void OnAnnouncement_OfUnknownTask_IsForwardedWithinTheRate()
    {
        var other = new TaskId(Hash256.Sha256("other"u8));
        for (var i = 0; i < _options.PeerBurst; i++)
        {
            var foreign = Announced(i, 5) with { TaskId = other };
            AssertIgnored(AnnouncementReason.UnknownTask, true, _exchange.OnAnnouncement(foreign, Sample.Noon));
        }

        AssertRejected(
            AnnouncementReason.RateLimited,
            _exchange.OnAnnouncement(Announced(99, 5) with { TaskId = other }, Sample.Noon));
    }

    [Fact]
    public void OnAnnouncement_FloodOfOneOrigin_IsCutToTheRateAndOthersAreHeard()
    {
        var heard = 0;
        for (var second = 0; second < 600; second++)
        {
            var now = Sample.Noon.AddSeconds(second);
            var decision = _exchange.OnAnnouncement(Announced(second, second), now);
            heard += decision.Reason != AnnouncementReason.RateLimited ? 1 : 0;
        }

        Assert.Equal(_options.PeerBurst + 59, heard);
        Assert.NotEqual(
            AnnouncementReason.RateLimited,
            _exchange.OnAnnouncement(Announced(1000, 1, origin: 2), Sample.Noon.AddSeconds(600)).Reason);
        var record = _exchange.Snapshot().Nodes.Single(node => node.Node == Sample.Node(1));
        Assert.Equal(600 - heard, record.RejectedByReason["RateLimited"]);
        Assert.Equal(0, record.Demerits);
    }

    [Fact]
    public void OnAnnouncement_HonestSenderWithJitter_IsNeverCalledAFlood()
    {
        // The sender uses every token the moment it has one; the way delays each by 0 to 15 s.
        var sender = new EliteExchange(Sample.Node(1), _options);
        sender.Join(Task, new EliteArchive(Task.Id, new ArchiveOptions(), default));
        var arrivals = new List<(DateTimeOffset At, EliteAnnouncement What)>();
        for (var second = 0; second < 1200; second++)
        {
            var now = Sample.Noon.AddSeconds(second);
            var own = sender.Offer(Mine(second, second, origin: 1), now);
            if (own.Announcement is { } announcement)
                arrivals.Add((now.AddSeconds(second * 7919 % 16), announcement));
        }

        Assert.InRange(arrivals.Count, 120, 130);
        foreach (var (at, what) in arrivals.OrderBy(arrival => arrival.At))
            Assert.NotEqual(AnnouncementReason.RateLimited, _exchange.OnAnnouncement(what, at).Reason);
    }

    [Theory]
    [InlineData(113)]
    [InlineData(115)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Rejects_GenomeLengthOfAnotherLayout(int length) =>
        AssertRejected(
            AnnouncementReason.WrongLength,
            _exchange.OnAnnouncement(Announced(1, 5) with { GenomeLength = length }, Sample.Noon));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1_000_000_000_000_001)]
    public void Rejects_ScoreThatNoneCanBe(long micros) =>
        AssertRejected(
            AnnouncementReason.ScoreOutOfRange,
            _exchange.OnAnnouncement(Announced(1, 5) with { ScoreMicros = micros }, Sample.Noon));

    [Fact]
    public void Rejects_ParentsThatCannotBe()
    {
        ImmutableArray<EliteId>[] bad =
        [
            [Sample.EliteId(2), Sample.EliteId(3), Sample.EliteId(4)],
            [Sample.EliteId(1)],
            [Sample.EliteId(2), Sample.EliteId(2)],
        ];
        foreach (var parents in bad)
        {
            AssertRejected(
                AnnouncementReason.BadParents,
                _exchange.OnAnnouncement(Announced(1, 5) with { Parents = parents }, Sample.Noon));
        }

        Assert.Equal(3, _exchange.Snapshot().Nodes.Single().Demerits);
    }

    [Fact]
    public void OnAnnouncement_NotBetterByEpsilonThanTheOriginsLast_IsIgnored()
    {
        Accept(Announced(1, 5));
        AssertIgnored(
            AnnouncementReason.NoImprovement, true, _exchange.OnAnnouncement(Announced(2, 5.09), Sample.Noon));
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(3, 5.1), Sample.Noon).Verb);
    }

    [Fact]
    public void OnAnnouncement_FirstToReachTheTasksScore_NeedsNoEpsilon()
    {
        Accept(Announced(1, 474.99));
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(2, 475), Sample.Noon).Verb);
    }

    [Fact]
    public void OnAnnouncement_TooWeakForTheArchive_IsForwardedAndNotPulled()
    {
        for (var i = 0; i < 50; i++)
            _archive.Offer(Mine(i, 100, origin: 10 + i));
        AssertIgnored(AnnouncementReason.TooWeak, true, _exchange.OnAnnouncement(Announced(90, 5), Sample.Noon));
    }

    [Fact]
    public void OnAnnouncement_InTheArchiveAlready_IsIgnored()
    {
        _archive.Offer(Mine(1, 5, origin: 3));
        AssertIgnored(AnnouncementReason.AlreadyKnown, true, _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon));
    }

    [Fact]
    public void OnAnnouncement_TooManyUnderWay_IsBusyUntilTheyEndOrAreForgotten()
    {
        for (var i = 0; i < _options.PendingPulls; i++)
            Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(i, 5, 1 + i), Sample.Noon).Verb);
        AssertIgnored(AnnouncementReason.Busy, true, _exchange.OnAnnouncement(Announced(99, 5, 99), Sample.Noon));
        _exchange.OnPullFailed(Announced(0, 5));
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(99, 5, 99), Sample.Noon).Verb);
        Assert.Equal(
            AnnouncementVerb.Pull,
            _exchange.OnAnnouncement(Announced(100, 5, 100), Sample.Noon + _options.PendingFor).Verb);
    }

    [Fact]
    public void OnPullFailed_SameAnnouncementAgain_IsPulledAgain()
    {
        _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon);
        _exchange.OnPullFailed(Announced(1, 5));
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon).Verb);
        Assert.Equal(1, _exchange.Snapshot().PullsFailed);
    }

    [Fact]
    public void OnAnnouncement_StrangerClaimsAnothersEliteFalsely_DoesNotDeafenForTheHonestOne()
    {
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(1, 9, origin: 2), Sample.Noon).Verb);
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(1, 5, origin: 1), Sample.Noon).Verb);
    }

    [Fact]
    public void OnVerdict_Accepted_EntersTheArchiveAsReceived()
    {
        var accepted = Accept(Announced(1, 5) with { Parents = [Sample.EliteId(7)] });
        Assert.Equal(ArchiveEntry.Ranked, accepted.Change.Entry);
        Assert.Equal(
            (EliteSource.Received, EliteOperator.Migration, Sample.Node(1), Sample.Noon),
            (accepted.Elite.Source, accepted.Elite.OperatorName, accepted.Elite.Origin, accepted.Elite.Created));
        Assert.Equal(Sample.EliteId(7), Assert.Single(accepted.Elite.Parents));
        Assert.Same(accepted.Elite, _archive.Best);
        var snapshot = _exchange.Snapshot();
        Assert.Equal((1L, 0L, 0), (snapshot.Accepted, snapshot.Rejected, snapshot.Pending));
        Assert.Equal(new TaskExchangeRecord(Task.Id, 0, 1, 0), snapshot.Tasks.Single());
    }

    [Fact]
    public void OnVerdict_FalseScore_MarksTheOriginForGoodWithBothNumbers()
    {
        var lie = Announced(1, 400);
        _exchange.OnAnnouncement(lie, Sample.Noon);
        var verdict = new Verdict { Kind = VerdictKind.FalseScore, Announcement = lie, MeasuredMicros = 9_300_000 };
        Assert.Null(_exchange.OnVerdict(verdict, servedBy: Sample.Node(5), Sample.Noon));

        var snapshot = _exchange.Snapshot();
        var liar = snapshot.Nodes.Single(node => node.Node == Sample.Node(1));
        Assert.Equal(new FalseClaim(Task.Id, lie.EliteId, 400_000_000, 9_300_000, Sample.Noon), liar.FalseClaim);
        Assert.Equal((1, 1L), (liar.Demerits, liar.RejectedByReason["FalseScore"]));
        Assert.DoesNotContain(snapshot.Nodes, node => node.Node == Sample.Node(5));
        Assert.Equal(0, _archive.Count);

        var later = Sample.Noon.AddDays(1);
        AssertRejected(AnnouncementReason.ProvenLiar, _exchange.OnAnnouncement(Announced(2, 10), later));
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(2, 10, origin: 2), later).Verb);
        Assert.Equal(2, _exchange.Snapshot().Rejected);
    }

    [Theory]
    [InlineData(VerdictKind.WrongId)]
    [InlineData(VerdictKind.WrongLength)]
    [InlineData(VerdictKind.NotFinite)]
    public void OnVerdict_WrongGenomeServed_BlamesTheServerAndNotTheOrigin(VerdictKind kind)
    {
        _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon);
        _exchange.OnVerdict(new Verdict { Kind = kind, Announcement = Announced(1, 5) }, Sample.Node(5), Sample.Noon);
        var nodes = _exchange.Snapshot().Nodes;
        Assert.Equal(1, nodes.Single(node => node.Node == Sample.Node(5)).Demerits);
        Assert.Equal(0, nodes.Single(node => node.Node == Sample.Node(1)).Demerits);
        Assert.Equal(AnnouncementVerb.Pull, _exchange.OnAnnouncement(Announced(1, 5), Sample.Noon).Verb);
    }

    [Fact]
    public void Snapshot_ManyNodes_IsBoundedAndKeepsTheLiars()
    {
        var exchange = new EliteExchange(Self, new ExchangeOptions { TrackedNodes = 16 });
        exchange.Join(Task, _archive);
        var lie = Announced(1, 400);
        exchange.OnVerdict(new Verdict { Kind = VerdictKind.FalseScore, Announcement = lie }, Self, Sample.Noon);
        for (var origin = 2; origin < 500; origin++)
            exchange.OnAnnouncement(Announced(origin, 5, origin), Sample.Noon);
        Assert.Equal(16, exchange.Snapshot().Nodes.Length);
        AssertRejected(AnnouncementReason.ProvenLiar, exchange.OnAnnouncement(Announced(2, 5), Sample.Noon));
    }

    [Fact]
    public void Offer_OwnElites_KeepsTheirRateAndOneTokenForTheSolution()
    {
        for (var i = 0; i < _options.OwnBurst - 1; i++)
            Assert.Equal(OwnAnnouncementKind.Announce, _exchange.Offer(Mine(i, i), Sample.Noon).Kind);
        Assert.Equal(OwnAnnouncementKind.RateLimited, _exchange.Offer(Mine(50, 50), Sample.Noon).Kind);
        var solution = _exchange.Offer(Mine(60, 480), Sample.Noon);
        Assert.Equal(Sample.EliteId(60), solution.Announcement?.EliteId);
        Assert.Equal(_options.OwnBurst, _exchange.Snapshot().Sent);
    }

    [Fact]
    public void Next_BestOfWhatWaited_IsAnnouncedWhenThereIsAToken()
    {
        for (var i = 0; i < _options.OwnBurst - 1; i++)
            _exchange.Offer(Mine(i, i), Sample.Noon);
        _exchange.Offer(Mine(70, 70), Sample.Noon);
        _exchange.Offer(Mine(71, 60), Sample.Noon);
        Assert.Equal(OwnAnnouncementKind.RateLimited, _exchange.Next(Task.Id, Sample.Noon.AddSeconds(9)).Kind);
        var due = _exchange.Next(Task.Id, Sample.Noon.AddSeconds(10));
        Assert.Equal(Sample.EliteId(70), due.Announcement?.EliteId);
        Assert.Equal(OwnAnnouncementKind.Nothing, _exchange.Next(Task.Id, Sample.Noon.AddSeconds(60)).Kind);
    }

    [Fact]
    public void Offer_NotBetterByEpsilon_IsNotAnnounced()
    {
        _exchange.Offer(Mine(1, 10), Sample.Noon);
        Assert.Equal(OwnAnnouncementKind.NoImprovement, _exchange.Offer(Mine(2, 10.05), Sample.Noon).Kind);
        Assert.Equal(OwnAnnouncementKind.Announce, _exchange.Offer(Mine(3, 10.1), Sample.Noon).Kind);
    }

    [Fact]
    public void Offer_AnothersEliteOrTask_Throws()
    {
        Assert.Throws<ArgumentException>(() => _exchange.Offer(Mine(1, 1, origin: 4), Sample.Noon));
        _exchange.Leave(Task.Id);
        Assert.Throws<ArgumentException>(() => _exchange.Offer(Mine(1, 1), Sample.Noon));
    }

    [Fact]
    public void Join_TwiceOrWithAnothersArchive_Throws()
    {
        Assert.Throws<ArgumentException>(() => _exchange.Join(Task, _archive));
        var other = ManifestText.Task(ManifestText.Full);
        Assert.Throws<ArgumentException>(() => _exchange.Join(other, _archive));
        Assert.True(_exchange.Leave(Task.Id));
        Assert.False(_exchange.IsJoined(Task.Id));
    }

    private static EliteAnnouncement Announced(int number, double score, int origin = 1) =>
        EliteAnnouncement.Of(Mine(number, score, origin)) with { GenomeLength = Task.Layout.ParameterCount };

    private static Elite Mine(int number, double score, int origin = 0) =>
        Sample.Elite(number, score, origin) with { Task = Task.Id };

    private AcceptedElite Accept(EliteAnnouncement announcement)
    {
        _exchange.OnAnnouncement(announcement, Sample.Noon);
        var verdict = new Verdict
        {
            Kind = VerdictKind.Accepted,
            Announcement = announcement,
            MeasuredMicros = announcement.ScoreMicros,
            Genome = new float[Task.Layout.ParameterCount],
        };
        return _exchange.OnVerdict(verdict, announcement.Origin, Sample.Noon)!;
    }

    private static void AssertIgnored(AnnouncementReason reason, bool forward, AnnouncementDecision decision) =>
        Assert.Equal(new AnnouncementDecision(AnnouncementVerb.Ignore, reason, forward), decision);

    private static void AssertRejected(AnnouncementReason reason, AnnouncementDecision decision) =>
        Assert.Equal(new AnnouncementDecision(AnnouncementVerb.Reject, reason, Forward: false), decision);
}
