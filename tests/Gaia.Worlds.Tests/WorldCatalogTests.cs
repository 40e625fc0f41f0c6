namespace Gaia.Worlds.Tests;

public sealed class WorldCatalogTests
{
    [Fact]
    public void All_ListsEachWorldOnce_WithSaneSizes()
    {
        Assert.Equal(WorldCatalog.All.Count, WorldCatalog.All.Select(info => info.Id).Distinct().Count());
        Assert.All(WorldCatalog.All, info =>
        {
            Assert.True(info.ObservationSize > 0 && info.ActionSize > 0 && info.HorizonSteps > 0);
            Assert.Equal(info.ObservationSize, info.ObservationBounds.Length);
            Assert.Equal(info.ActionKind == ActionKind.Continuous ? info.ActionSize : 0, info.ActionBounds.Length);
            Assert.All(info.ObservationBounds, range => Assert.True(range.Low < range.High));
            Assert.All(info.ActionBounds, range => Assert.True(range.Low < range.High));
            Assert.NotEmpty(info.Source);
            Assert.NotEmpty(info.Reference);
            Assert.NotEmpty(info.Description);
        });
    }

    [Fact]
    public void TryFind_KnownAndUnknown_TellsThemApart()
    {
        Assert.True(WorldCatalog.TryFind("LunarLander-v3", out WorldInfo? lander));
        Assert.Equal((8, 4), (lander.ObservationSize, lander.ActionSize));
        Assert.Equal((1000, 200.0), (lander.HorizonSteps, lander.SolvedScore));
        Assert.False(WorldCatalog.TryFind("lunarlander-v3", out _));
        Assert.False(WorldCatalog.TryVisit("Nowhere-v0", new NameOf(), out _));
    }

    [Fact]
    public void Visit_UnknownWorld_NamesTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => WorldCatalog.Visit("Nowhere-v0", new NameOf()));
        Assert.All(WorldCatalog.All, info => Assert.Contains(info.Id, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Visit_KnownWorld_PassesItsTypes() =>
        Assert.Equal("CartPoleState`1", WorldCatalog.Visit("CartPole-v1", new NameOf()));

    private sealed class NameOf : IWorldVisitor<string>
    {
        public string Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged => typeof(TState).Name;
    }
}
