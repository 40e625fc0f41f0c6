using Gaia.Core.Identity;
using Gaia.Islands.Migration;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>Every message that the node logs.</summary>
internal static partial class NodeLog
{
    [LoggerMessage(7700, LogLevel.Information, "Node {Node} listens at {Address}, its API at {Api}")]
    public static partial void Started(ILogger logger, string node, PeerAddress address, Uri api);

    [LoggerMessage(7701, LogLevel.Information, "Node {Node} stopped")]
    public static partial void Stopped(ILogger logger, string node);

    [LoggerMessage(7702, LogLevel.Error, "The store failed: {What}")]
    public static partial void StoreFailed(ILogger logger, string what, Exception exception);

    [LoggerMessage(7703, LogLevel.Critical, "{Loop} broke; the node stops")]
    public static partial void LoopBroke(ILogger logger, string loop, Exception exception);

    [LoggerMessage(7704, LogLevel.Warning, "{Part} did not stop in time")]
    public static partial void StopTimeout(ILogger logger, string part);

    [LoggerMessage(7705, LogLevel.Warning, "Task {Task} of the store is left out: {Reason}")]
    public static partial void TaskNotRestored(ILogger logger, string task, string reason);

    [LoggerMessage(7706, LogLevel.Warning, "The run of task {Task} starts anew: {Reason}")]
    public static partial void RunNotRestored(ILogger logger, string task, string reason);

    [LoggerMessage(7707, LogLevel.Warning, "The number of the node's record cannot be kept in {Path}: {Reason}")]
    public static partial void SequenceFailed(ILogger logger, string path, string reason);

    [LoggerMessage(7710, LogLevel.Information, "Linked to {Node} ({Direction}, {Remote})")]
    public static partial void LinkUp(ILogger logger, string node, LinkDirection direction, string remote);

    [LoggerMessage(7711, LogLevel.Information, "Link to {Node} ended: {Reason}")]
    public static partial void LinkDown(ILogger logger, string node, string reason);

    [LoggerMessage(7712, LogLevel.Information, "Dialling {Address} failed at {Step}: {Error}")]
    public static partial void DialFailed(ILogger logger, string address, DialStep step, string error);

    [LoggerMessage(7713, LogLevel.Error, "Calling {Peer} broke")]
    public static partial void CallBroke(ILogger logger, string peer, Exception exception);

    [LoggerMessage(7720, LogLevel.Information, "Task {Task} ({Name}) published")]
    public static partial void TaskPublished(ILogger logger, string task, string name);

    [LoggerMessage(7721, LogLevel.Information, "Task {Task} ({Name}) of {Publisher} joined")]
    public static partial void TaskJoined(ILogger logger, string task, string name, string publisher);

    [LoggerMessage(7722, LogLevel.Information, "Task {Task} is solved by elite {Elite} of {Origin}")]
    public static partial void TaskSolved(ILogger logger, string task, EliteId elite, string origin);

    [LoggerMessage(7723, LogLevel.Information, "Task {Task} has ended here: {Reason}")]
    public static partial void TaskFinished(ILogger logger, string task, string reason);

    [LoggerMessage(7724, LogLevel.Information, "Task {Task} ({Name}) gives way to a new one; it stays in the store")]
    public static partial void TaskLeft(ILogger logger, string task, string name);

    [LoggerMessage(7725, LogLevel.Warning, "Task {Task} ({Name}) of {Publisher} is left out: every place is taken")]
    public static partial void TaskRefused(ILogger logger, string task, string name, string publisher);

    [LoggerMessage(7730, LogLevel.Information, "Elite {Elite} found for task {Task}: {ScoreMicros} micros")]
    public static partial void EliteFound(ILogger logger, string elite, string task, long scoreMicros);

    [LoggerMessage(7731, LogLevel.Information, "Elite {Elite} of {Origin} accepted: {ScoreMicros} micros")]
    public static partial void EliteAccepted(ILogger logger, string elite, string origin, long scoreMicros);

    [LoggerMessage(7732, LogLevel.Warning, "Elite {Elite} of {Origin}, served by {Server}, refused: {Verdict}")]
    public static partial void EliteRefused(
        ILogger logger, string elite, string origin, string server, string verdict);

    [LoggerMessage(7733, LogLevel.Debug, "Announcement of elite {Elite} by {Origin} refused: {Reason}")]
    public static partial void AnnouncementRefused(
        ILogger logger, string elite, string origin, AnnouncementReason reason);

    [LoggerMessage(7734, LogLevel.Debug, "Pull of {What} failed: {Reason}")]
    public static partial void PullFailed(ILogger logger, string what, string reason);

    [LoggerMessage(7735, LogLevel.Warning, "Re-evaluation is overloaded: elite {Elite} has to wait")]
    public static partial void VerificationFull(ILogger logger, string elite);

    [LoggerMessage(7736, LogLevel.Warning, "A message of {Node} is refused: {Reason}")]
    public static partial void MessageRefused(ILogger logger, string node, string reason);

    [LoggerMessage(7740, LogLevel.Error, "An API request failed: {Path}")]
    public static partial void ApiFailed(ILogger logger, string path, Exception exception);
}
