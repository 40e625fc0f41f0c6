namespace Gaia.Overlay.Peers;

/// <summary>What is wrong with an address, and what to do about it.</summary>
/// <param name="Fault">For programs.</param>
/// <param name="Message">For people: one line that names the text and the remedy.</param>
public sealed record PeerAddressError(PeerAddressFault Fault, string Message);
