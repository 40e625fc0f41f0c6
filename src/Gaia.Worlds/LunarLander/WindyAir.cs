namespace Gaia.Worlds.LunarLander;

/// <summary>Wind and turbulence: the reference's <c>enable_wind</c>.</summary>
internal readonly struct WindyAir : ILanderAir
{
    public static string IdSuffix => "-wind";

    public static bool HasWind => true;
}
