using Gaia.Worlds.Lanes;
using DoublePhase = Gaia.Worlds.PoleBalancing.DoublePolePhase<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;
using DoubleMotion = Gaia.Worlds.PoleBalancing.DoublePoleMotion<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;
using SinglePhase = Gaia.Worlds.PoleBalancing.SinglePolePhase<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;
using SingleMotion = Gaia.Worlds.PoleBalancing.SinglePoleMotion<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;

namespace Gaia.Worlds.Tests.PoleBalancing;

public sealed class CartMotionTests
{
    private const double Relative = 1e-13;

    /// <summary>Points and the printed formulas' values there, computed apart from this program.</summary>
    public static TheoryData<double[], double, double[], double[]> PublishedPoints() => new()
    {
        {
            [0, 0, 0.07, 0, 0, 0], 0,
            [-0.04989176577694153, 1.1028142271445174, 0.7483764866541229],
            [-0.05001340946801941, 1.102996245823081]
        },
        {
            [0.3, -0.7, 0.2, 0.5, -0.1, -1.5], 10,
            [9.574655843585118, -11.15529111725777, -157.48784892914549],
            [9.591687960178987, -11.18033002959309]
        },
        {
            [-1.9, 1.25, -0.6, 2.0, 0.55, -3.0], -7.5,
            [-6.930848379505268, 0.28004965481007094, 165.64579568587635],
            [-6.93185134766955, 0.2812913328299754]
        },
        {
            [2.4, 0, Math.PI / 5, -1, -Math.PI / 5, 4], 2.5,
            [2.093005029626205, 6.100588251279596, -112.04358166119115],
            [2.0742686833907786, 6.123325285055024]
        },
    };

    [Theory]
    [MemberData(nameof(PublishedPoints))]
    public void Differentiate_FixedPoints_GivesPublishedAccelerations(
        double[] at, double force, double[] two, double[] one)
    {
        DoubleMotion.Differentiate(DoubleAt(at), force, out DoublePhase rates);
        Assert.Equal([at[1], at[3], at[5]], [rates.Position.Value, rates.LongAngle.Value, rates.ShortAngle.Value]);
        AssertClose(two, rates.Velocity.Value, rates.LongSpin.Value, rates.ShortSpin.Value);

        SingleMotion.Differentiate(new SinglePhase(at[0], at[1], at[2], at[3]), force, out SinglePhase single);
        Assert.Equal([at[1], at[3]], [single.Position.Value, single.Angle.Value]);
        AssertClose(one, single.Velocity.Value, single.Spin.Value);
    }

    [Fact]
    public void Differentiate_IrregularPoints_SatisfiesLagrangesEquations()
    {
        for (int i = 0; i < 200; i++)
        {
            double[] at = [.. Enumerable.Range(0, 6).Select(k => Irregular((7 * i) + k) * (k % 2 == 0 ? 0.8 : 4.0))];
            double force = 10.0 * Irregular((7 * i) + 6);
            DoubleMotion.Differentiate(DoubleAt(at), force, out DoublePhase rates);

            double cart = rates.Velocity.Value;
            double push = force - (0.0005 * Math.Sign(at[1])) - cart;
            foreach ((int angle, double mass, double half, double turn) in
                new[] { (2, 0.1, 0.5, rates.LongSpin.Value), (4, 0.01, 0.05, rates.ShortSpin.Value) })
            {
                (double sine, double cosine) = (Math.Sin(at[angle]), Math.Cos(at[angle]));
                double torque = (mass * 9.8 * half * sine) - (0.000002 * at[angle + 1]) - (mass * half * cart * cosine);
                Assert.Equal(torque, 4.0 / 3.0 * mass * half * half * turn, 1e-12);
                double swing = (turn * cosine) - (at[angle + 1] * at[angle + 1] * sine);
                push -= mass * (cart + (half * swing));
            }

            Assert.Equal(0.0, push, 1e-12);
        }
    }

    [Fact]
    public void Step_WithoutForce_LosesOnlyWhatFrictionTakes()
    {
        var phase = new DoublePhase(0.0, 0.4, 0.3, -0.5, -0.2, 1.0);
        double energy = EnergyOf(in phase);
        for (int i = 0; i < 100; i++)
        {
            DoublePhase start = phase;
            RungeKutta<DoubleMotion, DoublePhase, Real, Truth>.Step(in start, 0.0, 0.001, out phase);
        }

        double friction = 0.0005 * Math.Abs(phase.Position.Value);
        Assert.Equal(energy - friction, EnergyOf(in phase), 2e-5);
        Assert.True(EnergyOf(in phase) < energy);
    }

    private static DoublePhase DoubleAt(double[] at) => new(at[0], at[1], at[2], at[3], at[4], at[5]);

    private static double Irregular(int i) => (i * 0.6180339887498949 % 1.0 * 2.0) - 1.0;

    private static double EnergyOf(in DoublePhase phase)
    {
        double velocity = phase.Velocity.Value;
        return (0.5 * velocity * velocity) +
            EnergyOf(0.1, 0.5, velocity, phase.LongAngle.Value, phase.LongSpin.Value) +
            EnergyOf(0.01, 0.05, velocity, phase.ShortAngle.Value, phase.ShortSpin.Value);
    }

    /// <summary>Of an even rod of twice the half length whose hinge moves with the cart.</summary>
    private static double EnergyOf(double mass, double half, double velocity, double angle, double spin)
    {
        double sideways = velocity + (half * spin * Math.Cos(angle));
        double upwards = -half * spin * Math.Sin(angle);
        double inertia = mass * half * half / 3.0;
        return (0.5 * mass * ((sideways * sideways) + (upwards * upwards))) + (0.5 * inertia * spin * spin) +
            (mass * 9.8 * half * Math.Cos(angle));
    }

    private static void AssertClose(double[] expected, params double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(actual[i] / expected[i], 1.0 - Relative, 1.0 + Relative);
    }
}
