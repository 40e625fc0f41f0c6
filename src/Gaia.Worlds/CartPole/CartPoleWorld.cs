using System.Diagnostics;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Worlds.CartPole;

/// <summary>CartPole-v1: a pole hinged on a cart that is pushed left or right.</summary>
/// <remarks>
/// Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems"
/// (1983);
/// dynamics after Florian, "Correct equations for the dynamics of the cart-pole system" (2005). Bit-equal to Gymnasium
/// 1.3.0, classic_control/cartpole.py: explicit Euler in float64, reward 1 on the terminal step too.
/// </remarks>
public readonly struct CartPoleWorld : IWorld<CartPoleState>
{
    private const int ObservationSize = 4;
    private const int Choices = 2;
    private const double Gravity = 9.8;
    private const double PoleMass = 0.1;
    private const double TotalMass = 0.1 + 1.0;

    /// <summary>Half the pole's length, in metres.</summary>
    private const double Length = 0.5;
    private const double PoleMassLength = PoleMass * Length;

    /// <summary>In newtons.</summary>
    private const double Force = 10.0;

    /// <summary>In seconds.</summary>
    private const double TimeStep = 0.02;
    private const double AngleLimit = 12 * 2 * Math.PI / 360;
    private const double PositionLimit = 2.4;
    private const double StartSpread = 0.05;

    /// <inheritdoc/>
    public static WorldInfo Info { get; } = new()
    {
        Id = "CartPole-v1",
        Group = WorldGroup.Gymnasium,
        ObservationSize = ObservationSize,
        ObservationBounds =
        [
            ValueRange.Within((float)(2 * PositionLimit)), ValueRange.Unbounded,
            ValueRange.Within((float)(2 * AngleLimit)), ValueRange.Unbounded,
        ],
        ActionKind = ActionKind.Discrete,
        ActionSize = Choices,
        HorizonSteps = 500,
        SolvedScore = 475,
        Source = "Gymnasium 1.3.0 CartPole-v1, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/classic_control/cart_pole/",
        Description = "Balance a pole on a cart by pushing the cart left or right.",
    };

    /// <inheritdoc/>
    public static void Reset(
        ref CartPoleState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        Debug.Assert(observation.Length >= ObservationSize, "The observation is too short.");
        var random = NumpyGenerator.FromSeed(seed);
        state.Position = random.Uniform(-StartSpread, StartSpread);
        state.Velocity = random.Uniform(-StartSpread, StartSpread);
        state.Angle = random.Uniform(-StartSpread, StartSpread);
        state.AngularVelocity = random.Uniform(-StartSpread, StartSpread);
        state.HasTerminated = false;
        Observe(in state, observation);
    }

    /// <inheritdoc/>
    public static Transition Step(ref CartPoleState state, in WorldAction action, Span<float> observation)
    {
        Debug.Assert(observation.Length >= ObservationSize, "The observation is too short.");
        Debug.Assert((uint)action.Index < Choices, "No such choice.");
        double reward = state.HasTerminated ? 0.0 : 1.0;
        Advance(ref state, action.Index == 1 ? Force : -Force);
        bool terminated = state.Position < -PositionLimit || state.Position > PositionLimit ||
            state.Angle < -AngleLimit || state.Angle > AngleLimit;
        state.HasTerminated |= terminated;
        Observe(in state, observation);
        return new Transition(reward, terminated);
    }

    private static void Advance(ref CartPoleState state, double force)
    {
        (double sine, double cosine) = StrictMath.SinCos(state.Angle);
        double spin = state.AngularVelocity;
        double push = (force + (PoleMassLength * (spin * spin) * sine)) / TotalMass;
        double angularAcceleration = ((Gravity * sine) - (cosine * push)) /
            (Length * ((4.0 / 3.0) - (PoleMass * (cosine * cosine) / TotalMass)));
        double acceleration = push - (PoleMassLength * angularAcceleration * cosine / TotalMass);

        state.Position += TimeStep * state.Velocity;
        state.Velocity += TimeStep * acceleration;
        state.Angle += TimeStep * spin;
        state.AngularVelocity = spin + (TimeStep * angularAcceleration);
    }

    private static void Observe(in CartPoleState state, Span<float> observation)
    {
        observation[0] = (float)state.Position;
        observation[1] = (float)state.Velocity;
        observation[2] = (float)state.Angle;
        observation[3] = (float)state.AngularVelocity;
    }
}
