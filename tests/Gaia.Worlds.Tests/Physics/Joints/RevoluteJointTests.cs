using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Tests.Physics.Joints;

public sealed class RevoluteJointTests
{
    [Fact]
    public void Step_LegsInFlight_StayOnTheirAnchorsAndReachTheirLimits()
    {
        LunarLanderState state = default;
        var observation = new float[8];
        LunarLanderWorld.Reset(ref state, 5, LunarLanderWorld.Info.DefaultArguments, observation);
        for (int t = 0; t < 30; t++)
            LunarLanderWorld.Step(ref state, default, observation);

        ref RigidBody hull = ref state.World.Bodies[LanderGeometry.Hull];
        for (int i = 0; i < state.World.JointCount; i++)
        {
            ref RevoluteJoint joint = ref state.World.Joints[i];
            ref RigidBody leg = ref state.World.Bodies[joint.BodyB];
            Vec2 gap = (leg.Placement * joint.LocalAnchorB) - (hull.Placement * joint.LocalAnchorA);
            float angle = leg.Sweep.Angle - hull.Sweep.Angle - joint.ReferenceAngle;
            Assert.True(gap.Length() < 0.005f, $"anchor of joint {i} is {gap.Length()} m off");
            Assert.InRange(angle, joint.LowerAngle - 0.04f, joint.UpperAngle + 0.04f);
            Assert.Equal(i == 0 ? LimitState.AtLower : LimitState.AtUpper, joint.Limit);
        }
    }
}
