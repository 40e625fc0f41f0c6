using Gaia.Core.Results;

namespace Gaia.Core.Tests.Results;

public sealed class ResultTests
{
    private static readonly ValidationError Error = new("$.seed", "The seed is negative.", "0 to 4294967295");

    [Fact]
    public void Ok_HoldsItsValue()
    {
        var result = Result<int>.Ok(5);

        Assert.True(result.IsOk);
        Assert.Equal(5, result.Value);
        Assert.Empty(result.Errors);
        Assert.True(result.TryGet(out var value));
        Assert.Equal(5, value);
    }

    [Fact]
    public void Invalid_HoldsEveryErrorAndNoValue()
    {
        var result = Result<string>.Invalid(Error, Error with { Path = "$.name" });

        Assert.False(result.IsOk);
        Assert.Equal(["$.seed", "$.name"], result.Errors.Select(error => error.Path));
        Assert.False(result.TryGet(out _));
        Assert.Contains("$.name", Assert.Throws<InvalidOperationException>(() => result.Value).Message);
    }

    [Fact]
    public void Then_CarriesTheValueOnOrTheErrors()
    {
        Assert.Equal("6", Result<int>.Ok(6).Then(value => Result<string>.Ok(value.ToString())).Value);
        var failed = Result<int>.Invalid("$", "No.", "yes").Then<string>(_ => throw new InvalidOperationException());
        Assert.Equal("$: No. Allowed: yes.", Assert.Single(failed.Errors).ToString());
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => Result<int>.Invalid());
        Assert.Throws<ArgumentNullException>(() => Result<string>.Ok(null!));
    }
}
