namespace Gaia.Worlds.LunarLander;

/// <summary>No wind: the reference's default.</summary>
internal readonly struct StillAir : ILanderAir
{
    public static string IdSuffix => "";

    public static bool HasWind => false;
}
