using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Protocol.Announcements;

namespace Gaia.Protocol.Links;

/// <summary>What a node sends over a fresh link, so that a late joiner catches up.</summary>
/// <param name="Tasks">Tasks that it runs; at most <see cref="Limits.WireLimits.InventoryTasks"/>.</param>
/// <param name="Announcements">Its best verified elites, each signed by its origin; at most
/// <see cref="Limits.WireLimits.InventoryAnnouncements"/>.</param>
public sealed record Inventory(
    ImmutableArray<TaskId> Tasks, ImmutableArray<SignedAnnouncement> Announcements);
