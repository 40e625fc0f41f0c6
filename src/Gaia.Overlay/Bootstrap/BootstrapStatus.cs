using System.Collections.Immutable;
using System.Globalization;
using Gaia.Overlay.Links;

namespace Gaia.Overlay.Bootstrap;

/// <summary>How the node stands to the network, and what fails if it does.</summary>
/// <param name="Phase">How far it came.</param>
/// <param name="Targets">Every bootstrap address, in the order given.</param>
public sealed record BootstrapStatus(BootstrapPhase Phase, ImmutableArray<BootstrapTarget> Targets)
{
    /// <summary>The step that stands in the way: <c>alone</c>, <c>connecting</c>, <c>tls</c>, <c>hello</c>,
    /// <c>lookup</c>, <c>isolated</c>; or <c>joined</c>.</summary>
    public string Step => Phase switch
    {
        BootstrapPhase.Alone => "alone",
        BootstrapPhase.LookingUp => "lookup",
        BootstrapPhase.Joined => "joined",
        _ when LastFailure is { FailedStep: { } step } => Name(step),
        BootstrapPhase.Isolated => "isolated",
        _ => "connecting",
    };

    /// <summary>The target that failed and is tried again soonest; null where none has failed.</summary>
    public BootstrapTarget? LastFailure => Targets
        .Where(target => target.FailedStep is not null)
        .OrderBy(target => target.NextAttempt ?? DateTimeOffset.MinValue)
        .FirstOrDefault();

    /// <summary>One line for <c>status</c>.</summary>
    /// <param name="now">The reader's clock, for "next attempt in".</param>
    public string Describe(DateTimeOffset now)
    {
        if (Phase == BootstrapPhase.Joined)
            return "joined";
        if (Phase == BootstrapPhase.LookingUp)
            return "looking for the nodes nearest to itself";
        if (Phase == BootstrapPhase.Alone)
            return "alone: no bootstrap address and no remembered peer; waiting to be dialled";
        var lead = Phase == BootstrapPhase.Isolated ? "isolated: every peer is lost; " : "";
        return LastFailure is { } failure ? lead + DescribeFailure(failure, now) : lead + "connecting";
    }

    private static string DescribeFailure(BootstrapTarget failure, DateTimeOffset now)
    {
        var step = Name(failure.FailedStep!.Value);
        var address = failure.Address.ToShortString();
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{step} to {address} failed: {failure.LastError} (attempt {failure.Attempts}");
        if (failure.NextAttempt is not { } next)
            return line + ", trying again now)";
        var seconds = Math.Max(0, Math.Ceiling((next - now).TotalSeconds));
        return line + string.Create(CultureInfo.InvariantCulture, $", next in {seconds} s)");
    }

    private static string Name(DialStep step) => step switch
    {
        DialStep.Tls => "tls",
        DialStep.Hello => "hello",
        _ => "connecting",
    };
}
