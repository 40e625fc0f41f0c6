using Gaia.Evaluation;
using Gaia.Worlds;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>The world or function that a manifest chose, with the values of all its arguments.</summary>
internal sealed record WorldChoice(ProblemWorld World, WorldArguments Arguments)
{
    /// <summary>What the manifest says of it.</summary>
    internal WorldTerms Terms => new(World.Id) { Arguments = World.NameChosen(Arguments) };
}
