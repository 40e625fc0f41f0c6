using Gaia.Islands.Elites;

namespace Gaia.Islands.Migration;

/// <summary>An elite of another node that re-evaluation confirmed.</summary>
/// <param name="Elite">The elite, as received and measured here.</param>
/// <param name="Change">What became of it in the archive, which may have moved on meanwhile.</param>
public sealed record AcceptedElite(Elite Elite, ArchiveChange Change);
