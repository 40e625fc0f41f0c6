namespace Gaia.Evaluation.Heuristics;

/// <summary>How far the lander is from the tilt and the height that it should have now.</summary>
/// <remarks>
/// After the heuristic of Gymnasium 1.3.0, box2d/lunar_lander.py, in float32 as NumPy 2 computes it: lean towards the
/// pad by up to 0.4 rad, stay higher the farther the pad is, and once a leg touches only slow the fall.
/// </remarks>
/// <param name="Angle">Weighted error of the tilt, rad.</param>
/// <param name="Hover">Weighted error of the height, in units of the observation.</param>
/// <param name="HasContact">A leg touches the ground.</param>
internal readonly record struct LanderErrors(float Angle, float Hover, bool HasContact)
{
    private const float GreatestLean = 0.4f;
    private const float HeightPerOffset = 0.55f;
    private const float Half = 0.5f;

    /// <summary>The errors that an observation of a lander shows.</summary>
    public static LanderErrors Of(ReadOnlySpan<float> observation)
    {
        var (x, y, angle) = (observation[0], observation[1], observation[4]);
        var (horizontal, vertical, spin) = (observation[2], observation[3], observation[5]);
        if (observation[6] != 0f || observation[7] != 0f)
            return new LanderErrors(0f, -vertical * Half, HasContact: true);
        var lean = (x * Half) + horizontal;
        if (lean > GreatestLean)
            lean = GreatestLean;
        if (lean < -GreatestLean)
            lean = -GreatestLean;
        var height = HeightPerOffset * Math.Abs(x);
        return new LanderErrors(
            ((lean - angle) * Half) - spin, ((height - y) * Half) - (vertical * Half), HasContact: false);
    }
}
