namespace Gaia.Overlay.Membership;

/// <summary>What becomes of a new link.</summary>
/// <param name="IsAccepted">Kept or refused.</param>
/// <param name="Displaced">The link that makes room for it; null where there is room.</param>
internal readonly record struct Admission(bool IsAccepted, ActiveLink? Displaced)
{
    public static Admission Accepted => new(true, null);

    public static Admission Refused => new(false, null);

    public static Admission InPlaceOf(ActiveLink displaced) => new(true, displaced);
}
