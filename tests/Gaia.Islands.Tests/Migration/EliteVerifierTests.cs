using Gaia.Islands.Elites;
using Gaia.Islands.Migration;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Islands.Tests.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Tests.Migration;

public sealed class EliteVerifierTests
{
    private static readonly TaskDefinition Task = ManifestText.Task(ManifestText.Minimal);

    private readonly float[] _genome = [.. Enumerable.Range(0, Task.Layout.ParameterCount).Select(i => i / 100f)];
    private readonly EliteScorer _scorer = new(Task, new FakeEvaluator(Task));

    [Fact]
    public void Verify_AsAnnounced_IsAccepted()
    {
        var verdict = Verify(Honest(), Genome.ToBytes(_genome));
        Assert.Equal((VerdictKind.Accepted, 100), (verdict.Kind, verdict.Episodes));
        Assert.Equal(_genome, verdict.Genome);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(300_000_000)]
    public void Verify_ScoreOffByAnything_IsFalseAndSaysBothNumbers(long by)
    {
        var honest = Honest();
        var verdict = Verify(honest with { ScoreMicros = honest.ScoreMicros + by }, Genome.ToBytes(_genome));
        Assert.Equal((VerdictKind.FalseScore, honest.ScoreMicros), (verdict.Kind, verdict.MeasuredMicros));
        Assert.Null(verdict.Genome);
        Assert.Contains($"{honest.ScoreMicros + by}", verdict.Describe(), StringComparison.Ordinal);
        Assert.Contains($"{honest.ScoreMicros}", verdict.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ReturnsWithoutAMean_IsFalseWhateverWasAnnounced()
    {
        var scorer = new EliteScorer(Task, new FakeEvaluator(Task, (_, _) => double.NaN));
        var verdict = new EliteVerifier(Task, scorer).Verify(
            Honest() with { ScoreMicros = 0 }, Genome.ToBytes(_genome), CancellationToken.None);
        Assert.Equal((VerdictKind.FalseScore, (long?)null), (verdict.Kind, verdict.MeasuredMicros));
    }

    [Fact]
    public void Verify_AnotherGenome_IsWrongIdWithoutAnEpisode()
    {
        _genome[3] += 1;
        var bytes = Genome.ToBytes(_genome);
        _genome[3] -= 1;
        Assert.Equal((VerdictKind.WrongId, 0), (Verify(Honest(), bytes).Kind, Verify(Honest(), bytes).Episodes));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-0f)]
    public void Verify_ValueThatNoGenomeHas_IsRefused(float value)
    {
        var bytes = Genome.ToBytes(_genome);
        BitConverter.TryWriteBytes(bytes.AsSpan(40), value);
        Assert.Equal(VerdictKind.NotFinite, Verify(Honest(), bytes).Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(455)]
    [InlineData(457)]
    public void Verify_WrongNumberOfBytes_IsRefused(int length) =>
        Assert.Equal(VerdictKind.WrongLength, Verify(Honest(), new byte[length]).Kind);

    [Fact]
    public void Rejects_AnnouncementOfAnotherTask() =>
        Assert.Throws<ArgumentException>(() => Verify(Honest() with { TaskId = Sample.Task }, []));

    private Verdict Verify(EliteAnnouncement announcement, byte[] bytes) =>
        new EliteVerifier(Task, _scorer).Verify(announcement, bytes, CancellationToken.None);

    private EliteAnnouncement Honest() => new()
    {
        TaskId = Task.Id,
        EliteId = Genome.IdOf(Task.Layout, _genome),
        ScoreMicros = _scorer.Score(_genome, CancellationToken.None).ScoreMicros!.Value,
        GenomeLength = _genome.Length,
        Origin = Sample.Node(1),
    };
}
