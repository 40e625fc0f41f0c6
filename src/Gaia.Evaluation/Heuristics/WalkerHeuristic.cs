using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Heuristics;

/// <summary>Walks without a notion of balance: stand on one leg, put the other down, push off, change legs.</summary>
/// <remarks>
/// After BipedalWalkerHeuristics of Gymnasium 1.3.0, box2d/bipedal_walker.py, in float32 as NumPy 2 computes it. Joints
/// are driven to target angles by proportional and damping terms; a joint without a target (a target of exactly 0
/// counts as none) is only told to keep the hull upright.
/// </remarks>
internal sealed class WalkerHeuristic : EpisodeController
{
    private const int FirstLeg = 4;
    private const int ValuesPerLeg = 5;
    private const float Speed = 0.29f;
    private const float PushOffSpeed = (float)(1.2 * 0.29);
    private const float SupportKnee = 0.1f;
    private const float KneeStep = 0.03f;
    private const float SwingHip = 1.1f;
    private const float SwingKnee = -0.6f;
    private const float LandingHip = 0.1f;
    private const float PushingKnee = 1f;
    private const float BentKnee = 0.88f;
    private const float BehindHip = 0.1f;

    private readonly float[] _hips = new float[2];
    private readonly float[] _knees = new float[2];
    private Phase _phase;
    private int _moving;
    private float _supportKnee;

    private enum Phase
    {
        StayOnOneLeg,
        PutOtherDown,
        PushOff,
    }

    /// <inheritdoc/>
    public override void Begin(int episode)
    {
        _phase = Phase.StayOnOneLeg;
        _moving = 0;
        _supportKnee = SupportKnee;
    }

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<float> observation, ref WorldAction action)
    {
        Array.Clear(_hips);
        Array.Clear(_knees);
        var legs = observation[FirstLeg..];
        // A phase may end in the step in which it began: the order matters.
        if (_phase == Phase.StayOnOneLeg)
            StayOnOneLeg(observation[2], Leg(legs, 1 - _moving));
        if (_phase == Phase.PutOtherDown)
            PutOtherDown(Leg(legs, _moving));
        if (_phase == Phase.PushOff)
            PushOff(observation[2], Leg(legs, 1 - _moving));

        var upright = (0.9f * (0f - observation[0])) - (1.5f * observation[1]);
        var damping = 15f * observation[3];
        for (var leg = 0; leg < 2; leg++)
        {
            var joints = Leg(legs, leg);
            var hip = _hips[leg] == 0f ? 0f : (0.9f * (_hips[leg] - joints[0])) - (0.25f * joints[1]);
            var knee = _knees[leg] == 0f ? 0f : (4f * (_knees[leg] - joints[2])) - (0.25f * joints[3]);
            action.Values[2 * leg] = Math.Clamp(0.5f * (hip - upright), -1f, 1f);
            action.Values[(2 * leg) + 1] = Math.Clamp(0.5f * (knee - damping), -1f, 1f);
        }
    }

    /// <summary>Hip angle and speed, knee angle and speed, ground contact.</summary>
    private static ReadOnlySpan<float> Leg(ReadOnlySpan<float> legs, int leg) =>
        legs.Slice(leg * ValuesPerLeg, ValuesPerLeg);

    private void StayOnOneLeg(float speed, ReadOnlySpan<float> supporting)
    {
        _hips[_moving] = SwingHip;
        _knees[_moving] = SwingKnee;
        _supportKnee += KneeStep;
        if (speed > Speed)
            _supportKnee += KneeStep;
        _supportKnee = Math.Min(_supportKnee, SupportKnee);
        _knees[1 - _moving] = _supportKnee;
        if (supporting[0] < BehindHip)
            _phase = Phase.PutOtherDown;
    }

    private void PutOtherDown(ReadOnlySpan<float> moving)
    {
        _hips[_moving] = LandingHip;
        _knees[_moving] = SupportKnee;
        _knees[1 - _moving] = _supportKnee;
        if (moving[4] == 0f)
            return;
        _phase = Phase.PushOff;
        _supportKnee = Math.Min(moving[2], SupportKnee);
    }

    private void PushOff(float speed, ReadOnlySpan<float> supporting)
    {
        _knees[_moving] = _supportKnee;
        _knees[1 - _moving] = PushingKnee;
        if (!(supporting[2] > BentKnee) && !(speed > PushOffSpeed))
            return;
        _phase = Phase.StayOnOneLeg;
        _moving = 1 - _moving;
    }
}
