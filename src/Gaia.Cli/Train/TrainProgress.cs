using Gaia.Cli.Terminals;
using Spectre.Console;

namespace Gaia.Cli.Train;

/// <summary>A progress bar for a person, a line every few seconds for a log; both on the error side.</summary>
internal static class TrainProgress
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private const int BarColumns = 20;

    /// <summary>Runs <paramref name="work"/> on a thread of its own and shows the steps that it reports.</summary>
    public static async Task RunAsync(Terminal terminal, long evaluations, Action<Action<TrainStep>> work)
    {
        if (!terminal.IsErrorInteractive)
        {
            await Task.Run(() => work(LineWriter(terminal)), CancellationToken.None);
            return;
        }

        await terminal.RichError.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = BarColumns }, new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("starting", maxValue: evaluations);
                await Task.Run(
                    () => work(step =>
                    {
                        bar.Value = step.Evaluations;
                        bar.Description = Brief(step);
                    }),
                    CancellationToken.None);
                bar.StopTask();
            });
    }

    private static Action<TrainStep> LineWriter(Terminal terminal)
    {
        long last = terminal.Time.GetTimestamp();
        return step =>
        {
            if (terminal.Time.GetElapsedTime(last) < LineInterval) return;
            last = terminal.Time.GetTimestamp();
            terminal.Error.WriteLine(Describe(step));
        };
    }

    /// <summary>Fits, with the bar and the time, into 80 columns.</summary>
    private static string Brief(TrainStep step) =>
        $"gen {Numbers.Count(step.Generation)} training {Numbers.Score(step.BestTraining)} "
        + $"held-out {Numbers.Score(step.HeldOut)}";

    private static string Describe(TrainStep step) =>
        $"generation {Numbers.Count(step.Generation)}, {Numbers.Count(step.Evaluations)} evaluations, "
        + $"training {Numbers.Exact(step.BestTraining)}, mean {Numbers.Exact(step.MeanTraining)}, "
        + $"held-out {Numbers.Exact(step.HeldOut)}";
}
