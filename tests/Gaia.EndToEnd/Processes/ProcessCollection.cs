namespace Gaia.EndToEnd.Processes;

/// <summary>Tests of whole processes run one after the other: each of them needs the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    public const string Name = "processes";
}
