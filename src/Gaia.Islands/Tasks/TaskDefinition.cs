using Gaia.Core.Identity;
using Gaia.Evaluation;
using Gaia.Islands.Scoring;
using Gaia.Policies;

namespace Gaia.Islands.Tasks;

/// <summary>A valid task: the manifest, its name in the swarm, and what it means here.</summary>
/// <remarks>Made by <see cref="ManifestReader"/>; two definitions are equal when their ids are.</remarks>
public sealed class TaskDefinition : IEquatable<TaskDefinition>
{
    internal TaskDefinition(TaskManifest manifest, EvaluationProblem problem)
    {
        Manifest = manifest;
        Problem = problem;
        CanonicalBytes = ManifestWriter.ToCanonicalBytes(manifest);
        Id = new TaskId(Hash256.Sha256(CanonicalBytes));
        SolvedMicros = FixedPointScore.FromMean(manifest.Solved.Score);
        MarginMicros = FixedPointScore.FromMean(manifest.Solved.Margin);
    }

    /// <summary>The complete manifest.</summary>
    public TaskManifest Manifest { get; }

    /// <summary>RFC 8785 form of the complete manifest. Never written to.</summary>
    public byte[] CanonicalBytes { get; }

    /// <summary>SHA-256 of the canonical bytes.</summary>
    public TaskId Id { get; }

    /// <summary>What an evaluator of this task evaluates.</summary>
    public EvaluationProblem Problem { get; }

    /// <summary>The world or function.</summary>
    public WorldTerms World => Manifest.World;

    /// <summary>The policy's layout in that world.</summary>
    public MlpLayout Layout => Problem.Layout;

    /// <summary>Least score that solves the task, in 1e-6 reward units.</summary>
    public long SolvedMicros { get; }

    /// <summary>How far the mean of score and re-score must lie above it, in 1e-6 reward units.</summary>
    public long MarginMicros { get; }

    /// <summary>The same task as a node publishes it: another id, since publisher and time are part of the
    /// bytes.</summary>
    /// <param name="publisher">The publishing node.</param>
    /// <param name="created">Cut to whole seconds, in UTC.</param>
    public TaskDefinition PublishedBy(NodeId publisher, DateTimeOffset created)
    {
        var utc = created.ToUniversalTime();
        var seconds = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
        return new TaskDefinition(Manifest with { Publisher = publisher, Created = seconds }, Problem);
    }

    /// <inheritdoc/>
    public bool Equals(TaskDefinition? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TaskDefinition);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Name and short id, for people.</summary>
    public override string ToString() => $"{Manifest.Name} ({Id.Short})";
}
