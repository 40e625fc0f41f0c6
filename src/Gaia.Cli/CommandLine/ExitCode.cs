namespace Gaia.Cli.CommandLine;

/// <summary>Exit codes of every command; stable, scripts rely on them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int DaemonUnreachable = 3;
    public const int Unhealthy = 4;
}
