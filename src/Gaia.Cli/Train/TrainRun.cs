using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Files;
using Gaia.Cli.Terminals;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Islands.Elites;
using Gaia.Islands.Running;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Policies;

namespace Gaia.Cli.Train;

/// <summary>One training run from the manifest to the policy file.</summary>
internal sealed class TrainRun(Terminal terminal, TrainSettings settings)
{
    private Elite? _best;
    private long? _rescoreMicros;
    private bool _solved;

    /// <summary>Trains until the task is solved, its budget is used or Ctrl-C; then writes the best policy.</summary>
    /// <returns>One of <see cref="ExitCode"/>: failed when the task was not solved.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Result<TaskDefinition> task = await ReadTaskAsync(cancellationToken);
        if (!task.IsOk)
        {
            return await terminal.FailAsync(ExitCode.Usage, $"'{settings.Task}' is no valid task:", task.Errors);
        }

        if (OutputFile.Refusal(settings.Output ?? $"{task.Value.Manifest.Name}.policy.json") is { } refusal)
        {
            return await terminal.FailAsync(ExitCode.Usage, refusal);
        }

        long started = terminal.Time.GetTimestamp();
        using IEvaluator evaluator = Evaluators.Create(task.Value.Problem, settings.Threads);
        Island island = new(task.Value, NodeOf(settings.Seed), 0, evaluator, new IslandOptions());
        await TrainProgress.RunAsync(
            terminal, Budget(task.Value), report => Train(island, task.Value, report, cancellationToken));
        TrainResult result = await ConcludeAsync(
            task.Value, island, terminal.Time.GetElapsedTime(started).TotalSeconds);
        await ReportAsync(task.Value.Problem, result);
        return result.Solved && result.Policy is not null ? ExitCode.Ok : ExitCode.Failed;
    }

    private void Train(
        Island island, TaskDefinition task, Action<TrainStep> report, CancellationToken cancellationToken)
    {
        long limit = Budget(task);
        try
        {
            while (!_solved && island.Evaluations < limit && !island.IsBudgetSpent)
            {
                GenerationReport generation = island.RunGeneration(terminal.Time.GetUtcNow(), cancellationToken);
                if (generation.NewElite is { } elite)
                {
                    _best = elite;
                    _rescoreMicros = generation.RescoreMicros;
                    _solved = generation.Solved;
                }

                report(new TrainStep(
                    generation.Generation, island.Evaluations, generation.BestFitness, generation.MeanFitness,
                    _best is null ? null : FixedPointScore.ToReturn(_best.ScoreMicros)));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C ends the search; what was found until now is still written.
        }
    }

    private long Budget(TaskDefinition task) =>
        Math.Min(settings.Evaluations ?? long.MaxValue, task.Manifest.Budget.Evaluations);

    private async Task<Result<TaskDefinition>> ReadTaskAsync(CancellationToken cancellationToken)
    {
        if (BuiltInTasks.TryFind(settings.Task, out TaskDefinition? builtIn)) return Result<TaskDefinition>.Ok(builtIn);
        var (bytes, error) = await InputFile.ReadAsync(settings.Task, ManifestReader.MaxBytes, cancellationToken);
        return bytes is null
            ? Result<TaskDefinition>.Invalid(
                "task", error + ".", $"{string.Join(", ", BuiltInTasks.Names)}, or a manifest file")
            : ManifestReader.Read(bytes);
    }

    private async Task<TrainResult> ConcludeAsync(TaskDefinition task, Island island, double seconds) => new()
    {
        Task = task.Manifest.Name,
        World = task.World.Id,
        Seed = settings.Seed,
        Solved = _solved,
        Seconds = Math.Round(seconds, 3),
        Generations = island.Generation,
        Evaluations = island.Evaluations,
        EnvironmentSteps = island.EnvironmentSteps,
        Restarts = island.Restarts,
        Score = _best is null ? null : FixedPointScore.ToReturn(_best.ScoreMicros),
        Rescore = _rescoreMicros is { } rescore ? FixedPointScore.ToReturn(rescore) : null,
        EliteId = _best?.Id.ToString(),
        Policy = _best is null ? null : await WriteAsync(task, _best),
    };

    private async Task<string?> WriteAsync(TaskDefinition task, Elite elite)
    {
        string file = Path.GetFullPath(settings.Output ?? $"{task.Manifest.Name}-{elite.Id.Short}.policy.json");
        using MemoryStream content = new();
        PolicyFile.Write(content, new PolicyDocument(task.World.Id, task.Layout, elite.Genome)
        {
            Arguments = task.World.Arguments,
            Origin = new PolicyOrigin
            {
                TaskId = task.Id, EliteId = elite.Id, Score = FixedPointScore.ToReturn(elite.ScoreMicros),
            },
        });
        // Also after Ctrl-C: what was found is worth the moment it takes.
        string? error = await OutputFile.WriteAsync(file, content.ToArray(), CancellationToken.None);
        if (error is null) return file;
        await terminal.FailAsync(ExitCode.Failed, error);
        return null;
    }

    private async Task ReportAsync(EvaluationProblem problem, TrainResult result)
    {
        if (settings.Json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(result, TrainJson.Default.TrainResult));
            return;
        }

        string verdict = result.Solved ? "solved" : "not solved";
        await terminal.Out.WriteLineAsync(
            $"{result.World} {verdict}: {ScoreText.HeldOut(problem, result)}, "
            + $"{Numbers.Count(result.Evaluations)} evaluations, "
            + $"{Numbers.Count(result.EnvironmentSteps)} environment steps, {Numbers.Duration(result.Seconds)}");
        if (result.EliteId is null)
        {
            await terminal.Out.WriteLineAsync(
                "no elite yet, nothing written: give more --evaluations, or a task with a larger budget");
        }
        else if (result.Policy is not null)
        {
            string file = Path.GetRelativePath(Environment.CurrentDirectory, result.Policy);
            await terminal.Out.WriteLineAsync($"policy: {file}");
        }
    }

    /// <summary>Stands in for a node's identity: without a network the seed alone names the island's numbers.</summary>
    private static NodeId NodeOf(ulong seed)
    {
        using DomainHasher hasher = new(HashDomain.Training);
        return new NodeId(hasher.AppendUInt64LittleEndian(seed).Finish());
    }
}
