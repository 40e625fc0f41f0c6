namespace Gaia.Worlds.Tests.Pendulum;

public sealed class PendulumWorldTests
{
    [Fact]
    public void Step_WithoutGravityAndTorque_KeepsItsVelocity()
    {
        Episode episode = Start([new("g", 0.0)]);
        float velocity = episode.Observation[2];
        for (int i = 0; i < 50; i++)
            episode.Step([0f]);

        Assert.Equal(velocity, episode.Observation[2]);
    }

    [Fact]
    public void Step_OtherGravity_FallsOtherwise()
    {
        Episode earth = Start([new("g", 9.81)]);
        Episode standard = Start([]);
        earth.Step([0f]);
        standard.Step([0f]);

        Assert.NotEqual(standard.Observation[2], earth.Observation[2]);

        // Half the difference in the factor 3 g / 2 of the sine, for 0.05 s.
        float sine = Start([]).Observation[1];
        Assert.Equal((15.0 - (1.5 * 9.81)) * 0.05 * sine, standard.Observation[2] - earth.Observation[2], 1e-6);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void Rejects_GravityOutOfRange_NamesTheRange(double gravity)
    {
        var start = Episode.Start("Pendulum-v1", 0, [new("g", gravity)]);

        Assert.False(start.IsOk);
        Assert.Contains("0 to 100", start.Errors[0].ToString(), StringComparison.Ordinal);
    }

    private static Episode Start(KeyValuePair<string, double>[] arguments) =>
        Episode.Start("Pendulum-v1", 11, arguments).Value!;
}
