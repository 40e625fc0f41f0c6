using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>Makes parts that the scalar form of a world judges.</summary>
internal sealed class JudgedParts(WorldArguments arguments) : IWorldVisitor<Func<uint, Part>>
{
    /// <summary>A maker of parts by their seed.</summary>
    public static Func<uint, Part> Of(WorldInfo info, in WorldArguments arguments) =>
        WorldCatalog.Visit(info.Id, new JudgedParts(arguments));

    public Func<uint, Part> Visit<TWorld, TState>()
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged => seed => new JudgedPart<TWorld, TState>(in arguments, seed);
}
