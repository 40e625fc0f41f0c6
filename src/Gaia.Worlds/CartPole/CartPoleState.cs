namespace Gaia.Worlds.CartPole;

/// <summary>Cart and pole, in float64 as in the reference.</summary>
internal struct CartPoleState<TReal>
    where TReal : unmanaged
{
    /// <summary>Of the cart, in metres from the middle.</summary>
    public TReal Position;

    /// <summary>Of the cart, in metres a second.</summary>
    public TReal Velocity;

    /// <summary>Of the pole, in radians from upright.</summary>
    public TReal Angle;

    /// <summary>Of the pole, in radians a second.</summary>
    public TReal AngularVelocity;

    /// <summary>What the next step pays: 1, or 0 once the pole has fallen or the cart has left.</summary>
    public TReal NextReward;
}
