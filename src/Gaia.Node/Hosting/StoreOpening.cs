namespace Gaia.Node.Hosting;

/// <summary>Open stores, or one line that says why there are none.</summary>
/// <param name="Stores">The stores; null where they could not be opened.</param>
/// <param name="Error">What is wrong and what to do; null where they are open.</param>
/// <param name="Fault">What is wrong, for programs; no meaning where they are open.</param>
internal sealed record StoreOpening(NodeStores? Stores, string? Error, StartFault Fault = StartFault.Store);
