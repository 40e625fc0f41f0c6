using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Demo;

/// <summary>One node at one moment; parts are null while it does not answer or has not heard of the task.</summary>
internal sealed record DemoNodeView(string NodeId, NodeStatus? Status, TaskView? Task);
