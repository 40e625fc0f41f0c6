using Gaia.Core.Random;
using Gaia.Islands.Tasks;
using Gaia.Worlds.Functions;

namespace Gaia.Islands.Running;

/// <summary>Where an island's searches begin.</summary>
/// <remarks>
/// A network's first search begins at zero, where it does nothing, later ones near it. A function's begin anywhere in
/// its start region, the first too: zero is the best point of many functions.
/// </remarks>
internal static class StartingMean
{
    private const uint Stream = 1;
    private const float NetworkSpread = 0.5f;

    /// <summary>Of the first search.</summary>
    /// <param name="task">The task.</param>
    /// <param name="key">The optimiser's; names the draws.</param>
    internal static float[] First(TaskDefinition task, ulong key) =>
        task.Layout.IsVector ? Fresh(task, key) : new float[task.Layout.ParameterCount];

    /// <summary>Of a search after a restart that goes on from no elite.</summary>
    /// <param name="task">The task.</param>
    /// <param name="key">The optimiser's; names the draws.</param>
    internal static float[] Fresh(TaskDefinition task, ulong key)
    {
        var draws = new PhiloxStream(key, stream: Stream);
        var mean = new float[task.Layout.ParameterCount];
        if (!FunctionCatalog.TryFind(task.World.Id, out var function))
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] = (float)((2 * draws.NextDouble()) - 1) * NetworkSpread;
            return mean;
        }

        var width = function.StartUpper - function.StartLower;
        for (var i = 0; i < mean.Length; i++)
            mean[i] = (float)(function.StartLower + (width * draws.NextDouble()));
        return mean;
    }
}
