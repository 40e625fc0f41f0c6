using System.Globalization;
using Gaia.Core.Identity;
using Gaia.Node.Tasks;

namespace Gaia.Node.Tests.Tasks;

public sealed class FairTurnsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FairTurns _turns = new();

    [Fact]
    public void Next_NothingReady_IsNull() => Assert.Null(_turns.Next([]));

    [Fact]
    public void Next_StrangersWithLongGenerations_LeaveHalfOfTheTimeToTheOwnTask()
    {
        (TaskId, bool)[] ready = [(Id(0), true), .. Enumerable.Range(1, 63).Select(i => (Id(i), false))];

        var used = Run(ready, 2000, task => task == Id(0) ? Second * 5 : Second * 59);

        Assert.InRange(used[Id(0)] / Sum(used), 0.45, 0.55);
        Assert.Equal(64, used.Count);
    }

    [Fact]
    public void Next_TasksOfUnequalGenerations_HaveEqualTime()
    {
        (TaskId, bool)[] ready = [(Id(1), false), (Id(2), false), (Id(3), false)];

        var used = Run(ready, 3000, task => task == Id(1) ? Second * 20 : Second);

        foreach (var time in used.Values)
            Assert.InRange(time / Sum(used), 0.3, 0.37);
    }

    [Fact]
    public void Next_TurnsThatTakeNoTime_StillGoRound()
    {
        (TaskId, bool)[] ready = [(Id(0), true), (Id(1), false), (Id(2), false)];
        var turns = Enumerable.Range(0, 8).Select(_ => Turn(ready, TimeSpan.Zero)).ToArray();

        Assert.Equal(4, turns.Count(task => task == Id(0)));
        Assert.Equal(2, turns.Count(task => task == Id(1)));
        Assert.Equal(2, turns.Count(task => task == Id(2)));
    }

    [Fact]
    public void Next_TaskThatComesLater_TakesNoTimeOfThePast()
    {
        Run([(Id(1), false)], 1000, _ => Second);

        var used = Run([(Id(1), false), (Id(2), false)], 100, _ => Second);

        Assert.InRange(used[Id(1)] / Sum(used), 0.45, 0.55);
    }

    [Fact]
    public void Next_OwnTaskAfterARest_TakesNoTimeOfThePast()
    {
        (TaskId, bool)[] both = [(Id(0), true), (Id(1), false)];
        Run(both, 10, _ => Second);
        Run([(Id(1), false)], 1000, _ => Second);

        var used = Run(both, 100, _ => Second);

        Assert.InRange(used[Id(0)] / Sum(used), 0.45, 0.55);
    }

    private static TaskId Id(int index) =>
        new(Hash256.Sha256(System.Text.Encoding.UTF8.GetBytes(index.ToString(CultureInfo.InvariantCulture))));

    private static TimeSpan Sum(Dictionary<TaskId, TimeSpan> used) =>
        used.Values.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);

    private Dictionary<TaskId, TimeSpan> Run((TaskId, bool)[] ready, int turns, Func<TaskId, TimeSpan> length)
    {
        var used = new Dictionary<TaskId, TimeSpan>();
        for (var i = 0; i < turns; i++)
        {
            var task = _turns.Next(ready)!.Value;
            _turns.Charge(task, ready.Single(one => one.Item1 == task).Item2, length(task));
            used[task] = used.GetValueOrDefault(task) + length(task);
        }

        return used;
    }

    private TaskId Turn((TaskId, bool)[] ready, TimeSpan length)
    {
        var task = _turns.Next(ready)!.Value;
        _turns.Charge(task, ready.Single(one => one.Item1 == task).Item2, length);
        return task;
    }
}
