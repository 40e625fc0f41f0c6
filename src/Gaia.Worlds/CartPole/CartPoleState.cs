namespace Gaia.Worlds.CartPole;

/// <summary>Cart and pole, in float64 as in the reference.</summary>
public struct CartPoleState
{
    internal double Position;
    internal double Velocity;
    internal double Angle;
    internal double AngularVelocity;

    /// <summary>The pole has fallen or the cart has left: further steps are worth nothing.</summary>
    internal bool HasTerminated;
}
