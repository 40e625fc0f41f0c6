using System.Runtime.Intrinsics;
using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>Stretches a policy's outputs, -1 to 1, over the range of each component of an action.</summary>
/// <remarks>
/// centre + halfRange * output in float32, where centre and half range are computed in double and rounded once. A
/// component whose bounds are exactly -1 and 1, or infinite, is passed on as it is.
/// </remarks>
internal sealed class ActionScale
{
    private readonly float[] _centres;
    private readonly float[] _halfRanges;
    private readonly bool[] _isStretched;
    private readonly bool _isIdentity;

    /// <summary>The scale of a world's actions.</summary>
    public ActionScale(WorldInfo info)
    {
        var bounds = info.ActionBounds;
        _centres = [.. bounds.Select(range => (float)(((double)range.Low + range.High) / 2.0))];
        _halfRanges = [.. bounds.Select(range => (float)(((double)range.High - range.Low) / 2.0))];
        _isStretched =
        [
            .. bounds.Select(range => !(range.Low == -1 && range.High == 1)
                && double.IsFinite((double)range.High - range.Low)),
        ];
        _isIdentity = !_isStretched.Contains(value: true);
    }

    /// <summary>Stretches one action in place.</summary>
    /// <param name="components">[ActionSize].</param>
    public void Apply(Span<float> components)
    {
        if (_isIdentity)
            return;
        for (var i = 0; i < _isStretched.Length; i++)
        {
            if (_isStretched[i])
                components[i] = _centres[i] + (_halfRanges[i] * components[i]);
        }
    }

    /// <summary>Stretches the actions of eight lanes in place.</summary>
    /// <param name="components">[ActionSize][8].</param>
    public void ApplyToLanes(Span<float> components)
    {
        if (_isIdentity)
            return;
        for (var i = 0; i < _isStretched.Length; i++)
        {
            if (!_isStretched[i])
                continue;
            var lanes = components.Slice(i * WorldLanes.Width, WorldLanes.Width);
            var stretched = Vector256.Create(_centres[i])
                + (Vector256.Create(_halfRanges[i]) * Vector256.Create<float>(lanes));
            stretched.CopyTo(lanes);
        }
    }
}
