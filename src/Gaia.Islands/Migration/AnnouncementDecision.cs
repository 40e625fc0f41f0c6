namespace Gaia.Islands.Migration;

/// <summary>The answer to an announcement.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Reason">Why.</param>
/// <param name="Forward">True when the announcement may travel on: new, within its origin's rate, and in form.</param>
public readonly record struct AnnouncementDecision(AnnouncementVerb Verb, AnnouncementReason Reason, bool Forward);
