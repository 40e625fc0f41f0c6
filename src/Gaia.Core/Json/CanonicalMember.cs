namespace Gaia.Core.Json;

/// <summary>A member of an object whose end has not come yet: its name, and where "name":value stands.</summary>
internal readonly record struct CanonicalMember(string Name, int Start, int Length);
