using Gaia.Core.Results;
using Gaia.Worlds.Functions;

namespace Gaia.Worlds.Tests.Functions;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void All_Ids_AreUniqueAndNoWorlds()
    {
        string[] ids = [.. FunctionCatalog.All.Select(info => info.Id)];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(ids.Intersect(WorldCatalog.All.Select(info => info.Id)));
    }

    [Fact]
    public void All_Infos_AreComplete() => Assert.All(FunctionCatalog.All, info =>
    {
        Assert.True(FunctionCatalog.TryFind(info.Id, out FunctionInfo? found));
        Assert.Same(info, found);
        Assert.True(info.AllowsDimension(info.DefaultDimension), info.Id);
        Assert.True(info.AllowsDimension(info.MinimumDimension), info.Id);
        Assert.True(info.AllowsDimension(info.MaximumDimension), info.Id);
        Assert.False(info.AllowsDimension(info.MaximumDimension + info.DimensionStep), info.Id);
        Assert.False(info.AllowsDimension(info.DefaultDimension + 0.5), info.Id);
        Assert.False(info.AllowsDimension(double.NaN), info.Id);
        Assert.True(info.LowerBound < info.UpperBound, info.Id);
        Assert.InRange(info.StartLower, info.LowerBound, info.StartUpper);
        Assert.InRange(info.StartUpper, info.StartLower, info.UpperBound);
        Assert.All(info.Arguments, argument => Assert.True(argument.Allows(argument.Default), info.Id));
        Assert.NotEmpty(info.Source);
        Assert.NotEmpty(info.Reference);
        Assert.NotEmpty(info.Description);
    });

    [Fact]
    public void Create_FromBoundArguments_IsTheInstanceThatTheyName()
    {
        Assert.True(FunctionCatalog.TryFind("bbob-f8", out FunctionInfo? info));
        WorldArguments arguments = info.BindArguments([new("instance", 7), new("dimension", 3)]).Value;

        FunctionInstance function = FunctionCatalog.Create("bbob-f8", arguments);

        Assert.Equal((3, 7), (function.Dimension, function.Instance));
        Assert.Equal((10, 1), Of(FunctionCatalog.Create("bbob-f8", info.DefaultArguments)));

        static (int Dimension, int Instance) Of(FunctionInstance made) => (made.Dimension, made.Instance);
    }

    [Fact]
    public void BindArguments_WhatThereIsNot_NamesPathAndRange()
    {
        Assert.True(FunctionCatalog.TryFind("trap-4", out FunctionInfo? info));

        ValidationError[] errors = [.. info.BindArguments([new("instance", 1), new("dimension", 6)]).Errors];

        Assert.Equal(["$.arguments.instance", "$.arguments.dimension"], errors.Select(error => error.Path));
        Assert.Equal("dimension (4 to 4096, a multiple of 4)", errors[0].Allowed);
        Assert.Equal("4 to 4096, a multiple of 4", errors[1].Allowed);
    }

    [Fact]
    public void Create_ArgumentsOutOfRange_SaysTheRange()
    {
        WorldArguments arguments = default;
        arguments[0] = 2.5;

        var failure = Assert.Throws<ArgumentException>(() => FunctionCatalog.Create("bbob-f8", arguments));

        Assert.Contains("takes dimension 2 to 40, whole, not 2.5.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bbob-f0", 2, 1, "There is no function 'bbob-f0'; known are bbob-f1, ")]
    [InlineData("bbob-f1", 1, 1, "bbob-f1 has 2 to 40 variables.")]
    [InlineData("bbob-f1", 41, 1, "bbob-f1 has 2 to 40 variables.")]
    [InlineData("bbob-f1", 2, 0, "bbob-f1 has instances 1 to 1000.")]
    [InlineData("bbob-f1", 2, 1001, "bbob-f1 has instances 1 to 1000.")]
    [InlineData("trap-4", 6, 1, "trap-4 has 4 to 4096 variables, multiples of 4.")]
    [InlineData("sphere", 2, 2, "sphere has instances 1 to 1.")]
    public void Create_WhatThereIsNot_SaysWhatThereIs(string id, int dimension, int instance, string message)
    {
        var failure = Assert.ThrowsAny<ArgumentException>(() => FunctionCatalog.Create(id, dimension, instance));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllowsInstance_OutsideOrBroken_IsFalse()
    {
        Assert.True(FunctionCatalog.TryFind("bbob-f1", out FunctionInfo? info));

        Assert.False(info.AllowsInstance(0));
        Assert.False(info.AllowsInstance(1.5));
        Assert.False(info.AllowsInstance(double.NaN));
        Assert.True(info.AllowsInstance(1000));
    }
}
