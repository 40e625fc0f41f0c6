using Gaia.Core.Results;
using Gaia.Worlds;

namespace Gaia.Cli.Catalogue;

/// <summary>What to say to a name that is in no catalogue.</summary>
internal static class UnknownWorld
{
    private const string WhereTheListIs = "`gaianode worlds` lists them all";

    /// <summary>One line: the name, the names that are near, where the list is.</summary>
    public static string Message(string id) => Message(id, WorldCatalog.All.Select(world => world.Id));

    /// <summary>The same where only some of the names are allowed.</summary>
    public static string Message(string id, IEnumerable<string> known)
    {
        string question = NearNames.Question(id, known);
        return $"there is no world '{id}'{(question.Length == 0 ? ";" : question)} {WhereTheListIs}";
    }
}
