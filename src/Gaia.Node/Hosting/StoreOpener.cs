using Gaia.Core.Identity;
using Gaia.Transport.Identity;

namespace Gaia.Node.Hosting;

/// <summary>Opens the stores of a data directory.</summary>
/// <param name="directory">The data directory.</param>
/// <param name="identify">Loads the identity, since a store belongs to one node. It is told whose the store is, null
/// for nobody's: only then may it make a new one.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Gives up.</param>
internal delegate Task<StoreOpening> StoreOpener(
    string directory, Func<NodeId?, IdentityResult> identify, TimeProvider time, CancellationToken cancellationToken);
