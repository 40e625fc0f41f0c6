using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>A form of the worlds that claims to equal the scalar one to the bit.</summary>
/// <param name="Name">As reports name it.</param>
/// <param name="Create">Makes the form of a world with its arguments.</param>
internal sealed record WorldForm(string Name, Func<WorldInfo, WorldArguments, WorldLanes> Create)
{
    /// <summary>Every form under test; a new one is one more line.</summary>
    public static IReadOnlyList<WorldForm> All { get; } =
    [
        new("simd", (info, arguments) => WorldCatalog.CreateLanes(info.Id, in arguments)),
    ];

    public static WorldForm Named(string name) =>
        All.Single(form => string.Equals(form.Name, name, StringComparison.Ordinal));
}
