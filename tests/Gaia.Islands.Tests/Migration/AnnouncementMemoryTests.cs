using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Migration;

namespace Gaia.Islands.Tests.Migration;

public sealed class AnnouncementMemoryTests
{
    private readonly AnnouncementMemory _memory = new(2);

    [Fact]
    public void Add_BeyondTheCapacity_ForgetsTheOldest()
    {
        _memory.Add(Announcement(1));
        _memory.Add(Announcement(2));
        _memory.Add(Announcement(3));

        Assert.Equal([false, true, true], Known(1, 2, 3));
    }

    [Fact]
    public void Add_AfterForget_StaysAsLongAsAnyOther()
    {
        _memory.Add(Announcement(1));
        _memory.Forget(Announcement(1));
        _memory.Add(Announcement(2));
        _memory.Add(Announcement(1));
        Assert.Equal([true, true], Known(1, 2));

        _memory.Add(Announcement(3));
        Assert.Equal([true, false, true], Known(1, 2, 3));
    }

    [Fact]
    public void Forget_WhatWasNeverSeen_ChangesNothing()
    {
        _memory.Add(Announcement(1));
        _memory.Forget(Announcement(2));

        Assert.Equal([true, false], Known(1, 2));
    }

    private static EliteAnnouncement Announcement(long score) => new()
    {
        TaskId = new TaskId(Hash256.Sha256("task"u8)),
        EliteId = new EliteId(Hash256.Sha256("elite"u8)),
        ScoreMicros = score,
        GenomeLength = 1,
        Origin = new NodeId(Hash256.Sha256("origin"u8)),
    };

    private bool[] Known(params long[] scores) =>
        [.. scores.Select(score => _memory.Contains(Announcement(score)))];
}
