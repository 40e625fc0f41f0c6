namespace Gaia.Worlds.PoleBalancing;

/// <summary>What a pole adds to the motion of cart and poles.</summary>
/// <param name="Force">Its effective force on the cart, in newtons.</param>
/// <param name="Mass">Its effective mass, in kilograms.</param>
/// <param name="Cosine">Of its angle.</param>
/// <param name="Fall">Gravity along the pole's path and the hinge's friction, in metres a second squared.</param>
internal readonly record struct PoleLoad<TReal>(TReal Force, TReal Mass, TReal Cosine, TReal Fall)
    where TReal : unmanaged;
