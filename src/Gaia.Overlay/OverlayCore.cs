using Gaia.Core.Random;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;

namespace Gaia.Overlay;

/// <summary>The overlay as a pure state machine: an event goes in, effects come out, nothing else happens.</summary>
/// <remarks>
/// No clock, no socket, no thread, no randomness of its own: the same code runs in a node and in a simulator. Routing
/// and look-ups follow Kademlia (Maymounkov and Mazieres 2002); how links, broadcast and membership depart from their
/// papers is said where they live. The same state, events, times and random numbers give the same effects.
/// </remarks>
public static class OverlayCore
{
    /// <summary>Takes one event in.</summary>
    /// <param name="state">Changed by the step; one owner.</param>
    /// <param name="input">What happened. The first one is <see cref="OverlayEvent.Started"/>.</param>
    /// <param name="now">The time, best as one reading of the wall clock plus what a monotonic timer says since: an
    /// earlier time than before counts as no time passed, so a clock set back would hold up everything that is timed.
    /// </param>
    /// <param name="random">The node's stream of random numbers for this purpose.</param>
    /// <returns>What is to be done, in this order.</returns>
    /// <exception cref="InvalidOperationException">An event before Started, or a second Started.</exception>
    public static IReadOnlyList<OverlayEffect> Step(
        OverlayState state, OverlayEvent input, DateTimeOffset now, ref PhiloxStream random)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        if (input is OverlayEvent.Started != (state.Stage == OverlayState.Life.New))
            throw new InvalidOperationException("Started is the first event, and comes once.");
        if (now > state.Now)
            state.Now = now;
        var effects = new List<OverlayEffect>();
        var step = new StepContext(state.Now, ref random, effects, state.Counters);
        if (state.Stage == OverlayState.Life.Stopped)
            AfterStop(input, step);
        else
            OverlaySteps.Take(state, input, step);
        return effects;
    }

    // A dial that was under way may still succeed while the node goes down.
    private static void AfterStop(OverlayEvent input, StepContext step)
    {
        if (input is OverlayEvent.LinkUp up)
            Membership.LinkKeeper.Refuse(up, Links.LinkCloseReason.Stopping, step);
    }
}
