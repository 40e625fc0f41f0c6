using System.Threading.Channels;
using Gaia.Core.Identity;
using Gaia.Evaluation;
using Gaia.Islands.Migration;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Node.Hosting;
using Gaia.Node.Tasks;
using Gaia.Policies;

namespace Gaia.Node.Exchange;

/// <summary>Re-evaluates elites of others on a thread of its own, so that no verdict waits for a generation.</summary>
internal sealed class Reevaluation(NodeLimits limits, ExchangeInbox exchange, TimeProvider time) : IDisposable
{
    private readonly Channel<ReevaluationJob> _jobs = Channel.CreateBounded<ReevaluationJob>(
        new BoundedChannelOptions(limits.VerificationQueue) { SingleReader = true });

    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly LinkedList<Bench> _benches = new();

    /// <summary>Ends after <see cref="Stop"/>; faulted where the thread broke.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Queues a job; false where the queue is full.</summary>
    public bool TryAdd(ReevaluationJob job) => _jobs.Writer.TryWrite(job);

    public void Start() => new Thread(Run)
    {
        Name = "gaia-reevaluate",
        IsBackground = true,
        Priority = ThreadPriority.BelowNormal,
    }.Start();

    /// <summary>Gives up what is under way: its announcements come again.</summary>
    public void Stop()
    {
        _jobs.Writer.TryComplete();
        _stop.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bench in _benches)
            bench.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        try
        {
            while (_jobs.Reader.WaitToReadAsync(_stop.Token).AsTask().GetAwaiter().GetResult())
            {
                while (_jobs.Reader.TryRead(out var job))
                    exchange.Write(Work(job, BenchOf(job.Task), _stop.Token));
            }

            _completion.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            _completion.TrySetResult();
        }
        catch (Exception exception)
        {
            // The node's keeper sees it and stops the node: a verdict that is never given must not go unnoticed.
            _completion.TrySetException(exception);
        }
    }

    private ExchangeCommand Work(ReevaluationJob job, Bench bench, CancellationToken cancellationToken)
    {
        if (job.Pull is not { } pull)
            return new ExchangeCommand.Rescored(job.Body, Rescore(job, bench, cancellationToken));
        var verdict = bench.Verifier.Verify(
            pull.Announcement.Content, Genome.ToBytes(job.Body.Genome), cancellationToken);
        job.Meter.Add(verdict.Episodes, verdict.EnvironmentSteps, time.GetUtcNow());
        var reaches = verdict.Kind == VerdictKind.Accepted
            && SolvedRule.IsCandidate(job.Task, pull.Announcement.Content.ScoreMicros);
        return new ExchangeCommand.Verified(job, verdict, reaches ? Rescore(job, bench, cancellationToken) : null);
    }

    private long? Rescore(ReevaluationJob job, Bench bench, CancellationToken cancellationToken)
    {
        var result = bench.Scorer.Rescore(job.Body.Genome, cancellationToken);
        job.Meter.Add(result.Episodes, result.EnvironmentSteps, time.GetUtcNow());
        return result.ScoreMicros;
    }

    private Bench BenchOf(TaskDefinition task)
    {
        for (var node = _benches.First; node is not null; node = node.Next)
        {
            if (node.Value.Task != task.Id)
                continue;
            _benches.Remove(node);
            _benches.AddFirst(node);
            return node.Value;
        }

        if (_benches.Count >= limits.VerificationTasks)
        {
            _benches.Last!.Value.Dispose();
            _benches.RemoveLast();
        }

        return _benches.AddFirst(new Bench(task, limits.VerificationThreads)).Value;
    }

    /// <summary>The evaluator of one task, ready for the next elite.</summary>
    private sealed class Bench : IDisposable
    {
        private readonly IEvaluator _evaluator;

        public Bench(TaskDefinition task, int threads)
        {
            Task = task.Id;
            _evaluator = Evaluators.Create(task.Problem, threads, NodeForm.InUse);
            Scorer = new EliteScorer(task, _evaluator);
            Verifier = new EliteVerifier(task, Scorer);
        }

        public TaskId Task { get; }

        public EliteScorer Scorer { get; }

        public EliteVerifier Verifier { get; }

        public void Dispose() => _evaluator.Dispose();
    }
}
