using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>One episode as it must go: which actions it takes and what each of them must give.</summary>
internal abstract class Part
{
    /// <summary>As reports name it.</summary>
    public abstract string Name { get; }

    /// <summary>The Gymnasium seed that names it.</summary>
    public abstract uint Seed { get; }

    /// <summary>Steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>True once no step is left, or the part leaves off while its episode goes on.</summary>
    public abstract bool HasEnded { get; }

    /// <summary>What the reset must show.</summary>
    public abstract void Begin(Span<float> observation);

    /// <summary>The next action.</summary>
    public abstract WorldAction NextAction();

    /// <summary>What it must give.</summary>
    public Transition Step(Span<float> observation)
    {
        var transition = Advance(observation);
        Steps++;
        return transition;
    }

    protected abstract Transition Advance(Span<float> observation);
}
