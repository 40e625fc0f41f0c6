using Gaia.Islands.Elites;

namespace Gaia.Islands.Migration;

/// <summary>Answer to "may I announce?".</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Announcement">What to announce; null unless the kind is <see cref="OwnAnnouncementKind.Announce"/>.
/// </param>
public readonly record struct OwnAnnouncement(OwnAnnouncementKind Kind, EliteAnnouncement? Announcement);
