using Gaia.Cli.Demo;
using Gaia.Cli.Tests.Daemon;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Demo;

public sealed class DemoVerdictTests
{
    [Fact]
    public void Find_AllConfirmTheSameElite_IsThatElite()
    {
        EliteView elite = Canned.Elite();
        Assert.Equal(elite.EliteId, DemoVerdict.Find([Node(elite), Node(elite), Node(elite)])?.EliteId);
    }

    [Fact]
    public void Find_TwoEliteSharedByAll_IsTheBetterOne()
    {
        EliteView good = Canned.Elite(260) with { EliteId = "1" };
        EliteView fair = Canned.Elite(210) with { EliteId = "2" };
        Assert.Equal("1", DemoVerdict.Find([Node(fair, good), Node(good, fair), Node(good, fair)])?.EliteId);
    }

    [Fact]
    public void Find_OneHasNotConfirmedYet_IsNone()
    {
        EliteView elite = Canned.Elite();
        Assert.Null(DemoVerdict.Find([Node(elite), Node(elite), Node(elite with { Confirmed = false })]));
    }

    [Fact]
    public void Find_DifferentElites_IsNone() => Assert.Null(DemoVerdict.Find(
        [Node(Canned.Elite()), Node(Canned.Elite() with { EliteId = "x" }), Node(Canned.Elite())]));

    [Fact]
    public void Find_ScoresDisagree_IsNone() => Assert.Null(DemoVerdict.Find(
        [Node(Canned.Elite(250)), Node(Canned.Elite(250)), Node(Canned.Elite(251))]));

    [Fact]
    public void Find_OneDoesNotAnswer_IsNone()
    {
        EliteView elite = Canned.Elite();
        Assert.Null(DemoVerdict.Find([Node(elite), Node(elite), new DemoNodeView("n", null, null)]));
    }

    private static DemoNodeView Node(params EliteView[] elites) => new("n", Canned.Status(), Canned.Task(elites));
}
