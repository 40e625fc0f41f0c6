using Gaia.Worlds;
using Gaia.Worlds.Functions;

namespace Gaia.Evaluation.Episodes;

/// <summary>A worker that evaluates a function; a member's value is computed once for all of its seeds in a row.
/// </summary>
internal sealed class FunctionWorker : EpisodeWorker
{
    /// <summary>Greatest value that counts as itself: its square, summed, is still finite.</summary>
    private const double GreatestValue = 1e150;

    private readonly FunctionInstance _function;
    private readonly double[] _point;

    public FunctionWorker(string id, in WorldArguments arguments)
    {
        _function = FunctionCatalog.Create(id, in arguments);
        _point = new double[_function.Dimension];
    }

    /// <inheritdoc/>
    public override int Slots => 1;

    /// <inheritdoc/>
    public override void Run(EpisodeBatch batch)
    {
        var evaluated = -1;
        EpisodeResult result = default;
        while (batch.TryTake(out var first, out var count))
        {
            for (var pair = first; pair < first + count; pair++)
            {
                if (batch.Stop.IsRaised)
                {
                    batch.MarkIncomplete();
                    return;
                }

                var (member, _) = batch.PairAt(pair);
                if (member != evaluated)
                {
                    result = new EpisodeResult(ReturnOf(batch.GenomeOf(member)), 1, EpisodeEnd.Terminated);
                    evaluated = member;
                }

                Store(batch, pair, in result);
            }
        }
    }

    private double ReturnOf(ReadOnlySpan<float> genome)
    {
        for (var i = 0; i < _point.Length; i++)
            _point[i] = genome[i];
        var value = _function.Evaluate(_point);
        return value <= GreatestValue ? -value : -GreatestValue;
    }
}
