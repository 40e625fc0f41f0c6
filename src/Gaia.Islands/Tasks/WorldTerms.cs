namespace Gaia.Islands.Tasks;

/// <summary>The world of a task.</summary>
/// <param name="Id">An id of the world catalog. Its arguments are an empty object: no world built so far has
/// any.</param>
public sealed record WorldTerms(string Id);
