using Gaia.Core.Identity;
using Gaia.Islands.Migration;
using Gaia.Node.Hosting;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Events;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Broadcasts;

namespace Gaia.Node.Exchange;

internal sealed partial class ExchangeLoop
{
    private async ValueTask JudgeAsync(ExchangeCommand.Judge judge)
    {
        var read = BroadcastReader.Read(judge.Message, _parts.Verifier);
        var verdict = MessageVerdict.Reject;
        if (!read.IsAccepted)
            NodeLog.MessageRefused(_parts.Logger, judge.From.Short, read.Rejection.ToString());
        else if (read.Value is BroadcastContent.Announced announced)
            verdict = Judge(announced.Announcement, judge.From, byInventory: false);
        else if (read.Value is BroadcastContent.Published published)
            verdict = await JudgeAsync(published.Task);
        await _parts.Overlay.WriteAsync(
            new OverlayEvent.Validated(judge.Message.Id, verdict), CancellationToken.None);
    }

    /// <summary>Decides about an announcement whose signature holds, and starts the pull where it is of use.</summary>
    private MessageVerdict Judge(SignedAnnouncement announcement, NodeId from, bool byInventory)
    {
        var content = announcement.Content;
        var decision = _exchange.OnAnnouncement(content, Now);
        var task = _tasks.GetValueOrDefault(content.TaskId);
        switch (decision.Verb)
        {
            case AnnouncementVerb.Pull:
                Pull(new PullJob.OfElite(announcement, from, byInventory));
                break;
            case AnnouncementVerb.Reject:
                task?.CountRejected();
                NodeLog.AnnouncementRefused(
                    _parts.Logger, content.EliteId.Short, content.Origin.Short, decision.Reason);
                break;
            case AnnouncementVerb.Ignore when decision.Reason == AnnouncementReason.UnknownTask && decision.Forward:
                _parked.Add(announcement, from, byInventory);
                break;
        }

        if (decision.Forward)
            return MessageVerdict.Accept;
        // A neighbour can see these two for itself; rates, liars and lengths it need not know as this node does.
        return decision.Reason is AnnouncementReason.BadParents or AnnouncementReason.ScoreOutOfRange
            ? MessageVerdict.Reject
            : MessageVerdict.Ignore;
    }

    private void Pull(PullJob.OfElite job)
    {
        if (!_parts.Pulls.TryAdd(job))
            _exchange.OnPullFailed(job.Announcement.Content);
    }

    private async ValueTask OfferedAsync(ExchangeCommand.Offered offered)
    {
        foreach (var id in offered.Inventory.Tasks)
        {
            if (IsKnown(id) || _pulling.Contains(id) || !HasPlaceForPull())
                continue;
            _pulling.Add(id);
            if (!_parts.Pulls.TryAdd(new PullJob.OfTask(id, offered.From)))
                _pulling.Remove(id);
        }

        foreach (var announcement in offered.Inventory.Announcements)
        {
            if (Judge(announcement, offered.From, byInventory: true) == MessageVerdict.Reject)
            {
                await _parts.Overlay.WriteAsync(
                    new OverlayEvent.Offended(offered.From, Overlay.Scoring.PeerOffence.InvalidMessage),
                    CancellationToken.None);
            }
        }
    }
}
