using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>One slot of a form and the part that is played in it.</summary>
internal sealed class Slot(WorldLanes lanes, int index)
{
    private const int Width = WorldLanes.Width;

    private readonly WorldInfo _info = lanes.Info;
    private readonly float[] _expected = new float[lanes.Info.ObservationSize];

    public int Index => index;

    public int Group => index / Width;

    public int Bit => 1 << (index % Width);

    /// <summary>Null while the slot is idle.</summary>
    public Part? Part { get; private set; }

    /// <summary>Steps that it stays idle before it takes the next part.</summary>
    public int RestSteps { get; set; }

    /// <summary>Takes a part; whoever plays resets the slot then.</summary>
    public void Take(Part part)
    {
        Part = part;
        part.Begin(_expected);
    }

    /// <summary>Gives the form the part's next action.</summary>
    public void Act()
    {
        var action = Part!.NextAction();
        if (_info.ActionKind == ActionKind.Discrete)
        {
            lanes.Choices[index] = action.Index;
            return;
        }

        for (var i = 0; i < _info.ActionSize; i++)
            lanes.Components[At(_info.ActionSize, i)] = action.Values[i];
    }

    /// <summary>The first difference after a reset, or null.</summary>
    public string? CompareReset() => CompareObservation("reset");

    /// <summary>The first difference after a step, or null. A part that has ended leaves the slot.</summary>
    public string? CompareStep()
    {
        var expected = Part!.Step(_expected);
        var where = $"step {Part.Steps - 1}";
        if (CompareObservation(where) is { } difference)
            return difference;
        if (BitConverter.DoubleToInt64Bits(lanes.Rewards[index]) != BitConverter.DoubleToInt64Bits(expected.Reward))
            return Tell($"{where} reward: {lanes.Rewards[index]:R}, expected {expected.Reward:R}");
        var isTerminated = (lanes.Terminated[Group] & Bit) != 0;
        if (isTerminated != expected.Terminated)
            return Tell($"{where} terminated: {isTerminated}, expected {expected.Terminated}");
        if (Part.HasEnded)
            Part = null;
        return null;
    }

    private string? CompareObservation(string where)
    {
        for (var i = 0; i < _expected.Length; i++)
        {
            var actual = lanes.Observations[At(_expected.Length, i)];
            if (BitConverter.SingleToInt32Bits(actual) != BitConverter.SingleToInt32Bits(_expected[i]))
                return Tell($"{where} observation[{i}]: {actual:R}, expected {_expected[i]:R}");
        }

        return null;
    }

    private string Tell(string difference) => $"{_info.Id} slot {index}, {Part!.Name}: {difference}";

    private int At(int size, int component) => (((Group * size) + component) * Width) + (index % Width);
}
