using System.Diagnostics.CodeAnalysis;
using Gaia.Worlds.Acrobot;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.CartPole;
using Gaia.Worlds.Lanes;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.MountainCar;
using Gaia.Worlds.Pendulum;
using Gaia.Worlds.Physics.Lanes;
using Gaia.Worlds.PoleBalancing;
using Gaia.Worlds.Samples;

namespace Gaia.Worlds;

/// <summary>Every world this build knows, by its Gymnasium id.</summary>
public static class WorldCatalog
{
    private static readonly CatalogEntry[] Entries =
    [
        new DynamicsEntry<AcrobotDynamics<Real, Truth>, AcrobotState<Real>,
            AcrobotDynamics<Reals, Truths>, AcrobotState<Reals>>(),
        new PhysicsEntry<BipedalWalkerWorld<GrassCourse>, BipedalWalkerState>(),
        new PhysicsEntry<BipedalWalkerWorld<HardcoreCourse>, BipedalWalkerState>(),
        new DynamicsEntry<CartPoleDynamics<Real, Truth>, CartPoleState<Real>,
            CartPoleDynamics<Reals, Truths>, CartPoleState<Reals>>(),
        new PhysicsEntry<LunarLanderWorld<DiscreteControls, StillAir>, LunarLanderState>(),
        new PhysicsEntry<LunarLanderWorld<ContinuousControls, StillAir>, LunarLanderState>(),
        new PhysicsEntry<LunarLanderWorld<ContinuousControls, WindyAir>, LunarLanderState>(),
        new PhysicsEntry<LunarLanderWorld<DiscreteControls, WindyAir>, LunarLanderState>(),
        new DynamicsEntry<MountainCarDynamics<Real, Truth>, MountainCarState<Real>,
            MountainCarDynamics<Reals, Truths>, MountainCarState<Reals>>(),
        new DynamicsEntry<ContinuousMountainCarDynamics<Real, Truth>, ContinuousMountainCarState<Real>,
            ContinuousMountainCarDynamics<Reals, Truths>, ContinuousMountainCarState<Reals>>(),
        new DynamicsEntry<PendulumDynamics<Real, Truth>, PendulumState<Real>,
            PendulumDynamics<Reals, Truths>, PendulumState<Reals>>(),
        new DynamicsEntry<DoublePoleDynamics<Real, Truth>, DoublePolePhase<Real, Truth>,
            DoublePoleDynamics<Reals, Truths>, DoublePolePhase<Reals, Truths>>(),
        new DynamicsEntry<DampedDoublePoleDynamics<Real, Truth>, DampedDoublePoleState<Real, Truth>,
            DampedDoublePoleDynamics<Reals, Truths>, DampedDoublePoleState<Reals, Truths>>(),
        new DynamicsEntry<LongDoublePoleDynamics<Real, Truth>, DoublePolePhase<Real, Truth>,
            LongDoublePoleDynamics<Reals, Truths>, DoublePolePhase<Reals, Truths>>(),
        new DynamicsEntry<DoublePoleStartsDynamics<Real, Truth>, DoublePoleStartState<Real, Truth>,
            DoublePoleStartsDynamics<Reals, Truths>, DoublePoleStartState<Reals, Truths>>(),
        new DynamicsEntry<SinglePoleDynamics<Real, Truth>, SinglePolePhase<Real, Truth>,
            SinglePoleDynamics<Reals, Truths>, SinglePolePhase<Reals, Truths>>(),
        .. SampleCatalog.Entries,
    ];

    /// <summary>All worlds, in the order of their ids.</summary>
    public static IReadOnlyList<WorldInfo> All { get; } =
        [.. Entries.Select(entry => entry.Info).OrderBy(info => info.Id, StringComparer.Ordinal)];

    /// <summary>Looks a world up; ids are compared exactly.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out WorldInfo? info)
    {
        info = Find(id)?.Info;
        return info is not null;
    }

    /// <summary>Where an argument is to be had that a world lacks: <c>; LunarLander-v3-wind has it</c>, or nothing.
    /// </summary>
    /// <param name="id">Any text; ids of functions, which have no siblings, too.</param>
    /// <param name="argument">A name that the world has no argument of.</param>
    /// <remarks>Siblings are variants of one reference environment with the same kind of action.</remarks>
    public static string NoteSiblings(string id, string argument)
    {
        if (Find(id)?.Info is not { } world)
            return "";
        string[] siblings =
        [
            .. All.Where(other => other.Reference == world.Reference && other.ActionKind == world.ActionKind)
                .Where(other => other.Arguments.Any(has => has.Name == argument))
                .Select(other => other.Id),
        ];
        return siblings.Length == 0
            ? ""
            : $"; {string.Join(" and ", siblings)} {(siblings.Length == 1 ? "has" : "have")} it";
    }

    /// <summary>Calls a visitor with a world and its state as type arguments.</summary>
    /// <exception cref="ArgumentException">There is no such world.</exception>
    public static TResult Visit<TResult>(string id, IWorldVisitor<TResult> visitor) => Require(id).Accept(visitor);

    /// <summary>Like <see cref="Visit{TResult}"/>, for an id that may be unknown.</summary>
    public static bool TryVisit<TResult>(
        string id, IWorldVisitor<TResult> visitor, [MaybeNullWhen(false)] out TResult result)
    {
        CatalogEntry? entry = Find(id);
        result = entry is null ? default : entry.Accept(visitor);
        return entry is not null;
    }

    /// <summary>The SIMD form of a world, with as many groups of lanes as it is fastest with.</summary>
    /// <param name="id">A world of the catalog.</param>
    /// <param name="arguments">The world's, each within its range.</param>
    /// <exception cref="ArgumentException">There is no such world.</exception>
    public static WorldLanes CreateLanes(string id, in WorldArguments arguments) =>
        Require(id).CreateLanes(in arguments);

    private static CatalogEntry Require(string id) => Find(id) ?? throw new ArgumentException(
        $"There is no world '{id}'; known are {string.Join(", ", All.Select(info => info.Id))}.", nameof(id));

    private static CatalogEntry? Find(string id) =>
        Array.Find(Entries, entry => string.Equals(entry.Info.Id, id, StringComparison.Ordinal));
}
