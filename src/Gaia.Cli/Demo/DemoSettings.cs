namespace Gaia.Cli.Demo;

/// <summary>What `gaianode demo` was asked for.</summary>
internal sealed record DemoSettings
{
    /// <summary>Nodes that are started.</summary>
    public const int Nodes = 3;

    /// <summary>The built-in task that node 1 publishes.</summary>
    public const string Task = "lunarlander";

    /// <summary>Leave the nodes running at the end.</summary>
    public bool Keep { get; init; }

    public bool Json { get; init; }

    /// <summary>Directory for the nodes' data; a temporary one, removed at the end, when null.</summary>
    public string? Data { get; init; }

    /// <summary>Where the policy is written; null for a file in the current directory.</summary>
    public string? Output { get; init; }

    /// <summary>How long the swarm may take.</summary>
    /// <value>Default 600 s; 10 s to a day. Ten times the usual wall time on two cores.</value>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Evaluation threads of each node.</summary>
    /// <value>Default: a third of the cores, at least one, so that three nodes share one machine fairly.</value>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / Nodes);
}
