namespace Gaia.Cli.Demo;

/// <summary>One node's share of a demo.</summary>
internal sealed record DemoNodeResult(
    string NodeId, int Peers, long ElitesSent, long ElitesAccepted, long ElitesRejected);
