using Gaia.Islands.Ports;
using Gaia.Overlay.Ports;

namespace Gaia.Node.Hosting;

/// <summary>What outlives the process, behind its ports.</summary>
/// <param name="Tasks">Tasks.</param>
/// <param name="Elites">Elites.</param>
/// <param name="Runs">Runs.</param>
/// <param name="Peers">Peers.</param>
/// <param name="Owner">Closes them all, after the last write.</param>
internal sealed record NodeStores(
    ITaskStore Tasks, IEliteStore Elites, IRunStore Runs, IPeerStore Peers, IAsyncDisposable Owner);
