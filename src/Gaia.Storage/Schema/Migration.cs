namespace Gaia.Storage.Schema;

/// <summary>One step forward of the schema. Once released it never changes.</summary>
/// <param name="Version">The schema after it; the first is 1, each next one counts up.</param>
/// <param name="Sql">Statements, run in one transaction.</param>
internal sealed record Migration(int Version, string Sql);
