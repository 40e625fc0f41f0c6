namespace Gaia.Optimizers.Tests;

public sealed class OptimizerCatalogTests
{
    [Fact]
    public void All_Types_AreFoundByNameWithDefaultsInTheirRanges()
    {
        Assert.NotEmpty(OptimizerCatalog.All);
        foreach (var info in OptimizerCatalog.All)
        {
            Assert.True(OptimizerCatalog.TryFind(info.Type, out var found));
            Assert.Same(info, found);
            Assert.All(info.Settings, setting => Assert.InRange(setting.Default, setting.Minimum, setting.Maximum));
            Assert.Equal(info.Settings.Length, info.Settings.Select(setting => setting.Name).Distinct().Count());
            Assert.Empty(OptimizerCatalog.Validate(info.Type, new Dictionary<string, double>(), 10));
            var optimizer = OptimizerCatalog.Create(info.Type, new Dictionary<string, double>(), new float[10], 0);
            Assert.Equal(info.Type, optimizer.Type);
            Assert.Equal(10, optimizer.Dimension);
            Assert.Null(optimizer.Stop);
        }

        Assert.False(OptimizerCatalog.TryFind("CMA_ES", out _));
        Assert.False(OptimizerCatalog.TryFind(null, out _));
    }

    [Fact]
    public void Accepts_CmaEsDefaults_AsDocumented()
    {
        var optimizer = OptimizerCatalog.Create("cma_es", new Dictionary<string, double>(), new float[212], 0);
        Assert.Equal(20, optimizer.PopulationSize);
        Assert.Equal(0.5, optimizer.Sigma);
        Assert.Equal(0, optimizer.Generation);
    }

    [Fact]
    public void Rejects_UnknownType_NamesPathAndChoices()
    {
        var error = Assert.Single(
            OptimizerCatalog.Validate("cmaes", new Dictionary<string, double>(), 10, "$.optimizers[1]"));
        Assert.Equal("$.optimizers[1].type", error.Path);
        Assert.Contains("cma_es", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_SeveralBadSettings_ListsEachWithItsRange()
    {
        var settings = new Dictionary<string, double>
        {
            ["sigma"] = -1,
            ["population"] = 20.5,
            ["active"] = 2,
            ["speed"] = 1,
        };
        var errors = OptimizerCatalog.Validate("cma_es", settings, 10, "$.optimizers[0]");
        Assert.Equal(
            ["active", "population", "sigma", "speed"],
            errors.Select(error => error.Path["$.optimizers[0].settings.".Length..]));
        Assert.Equal("whole number, 0 to 4096", errors[1].Allowed);
        Assert.Equal("1E-09 to 1000000", errors[2].Allowed);
        Assert.Equal("sigma, population, active", errors[3].Allowed);
        var thrown = Assert.Throws<ArgumentException>(
            () => OptimizerCatalog.Create("cma_es", settings, new float[10], 0));
        Assert.Contains("$.settings.speed", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_NamesWithControlCharacters_ComeOutPrintable()
    {
        var settings = new Dictionary<string, double> { ["si\u001b[31mgma"] = 1 };
        var setting = Assert.Single(OptimizerCatalog.Validate("cma_es", settings, 10));
        var type = Assert.Single(OptimizerCatalog.Validate("ppo\u001b[31m\u202e", settings, 10));

        Assert.Equal("$.settings['si?[31mgma']", setting.Path);
        Assert.Equal("cma_es has no setting \"si?[31mgma\".", setting.Message);
        Assert.Equal("Unknown optimizer \"ppo?[31m?\".", type.Message);
    }

    [Fact]
    public void PopulationOf_IsTheOptimisersOwn()
    {
        var chosen = new Dictionary<string, double> { ["population"] = 24 };
        var usual = new Dictionary<string, double>();
        foreach (var settings in new[] { chosen, usual })
        {
            Assert.Equal(
                OptimizerCatalog.Create("cma_es", settings, new float[212], 0).PopulationSize,
                OptimizerCatalog.PopulationOf("cma_es", settings, 212));
        }

        Assert.Throws<ArgumentException>(() => OptimizerCatalog.PopulationOf("adam", usual, 212));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    [InlineData(1e7)]
    public void Rejects_SigmaOutOfRange(double sigma) =>
        Assert.Single(OptimizerCatalog.Validate("cma_es", new Dictionary<string, double> { ["sigma"] = sigma }, 10));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 10)]
    [InlineData(4096, 2048)]
    public void Rejects_PopulationThatDoesNotFit(double population, int dimension)
    {
        var settings = new Dictionary<string, double> { ["population"] = population };
        var error = Assert.Single(OptimizerCatalog.Validate("cma_es", settings, dimension));
        Assert.Equal("$.settings.population", error.Path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2049)]
    public void Rejects_DimensionOutOfRange(int dimension) =>
        Assert.Equal(
            "1 to 2048 parameters",
            Assert.Single(OptimizerCatalog.Validate("cma_es", new Dictionary<string, double>(), dimension)).Allowed);

    [Fact]
    public void Create_MeanNotFinite_Throws() =>
        Assert.Throws<ArgumentException>(
            () => OptimizerCatalog.Create("cma_es", new Dictionary<string, double>(), [0, float.NaN], 0));
}
