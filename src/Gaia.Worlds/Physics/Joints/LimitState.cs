namespace Gaia.Worlds.Physics.Joints;

/// <summary>Which limit of its angle a joint rests on.</summary>
internal enum LimitState : byte
{
    Inactive,
    AtLower,
    AtUpper,

    /// <summary>The limits are closer than the slop: the angle is fixed.</summary>
    Equal,
}
