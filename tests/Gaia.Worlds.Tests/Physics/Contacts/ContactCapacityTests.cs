using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Tests.Golden;

namespace Gaia.Worlds.Tests.Physics.Contacts;

/// <summary>How many contacts the largest worlds have at once, beside how many there is room for.</summary>
public sealed class ContactCapacityTests
{
    private const string Plain = "BipedalWalker-v3";
    private const string Hardcore = "BipedalWalkerHardcore-v3";

    private readonly float[] _observation = new float[WalkerDynamics.ObservationSize];
    private BipedalWalkerState _state;

    [RecordedTheory(Plain, Hardcore)]
    [InlineData(Plain)]
    [InlineData(Hardcore)]
    public void Step_RecordedWalks_UseAQuarterOfTheCapacityAtMost(string world)
    {
        int most = 0;
        foreach (string file in GoldenFolder.Episodes(world))
        {
            var episode = GoldenEpisode.Read(file);
            WalkerDynamics.Reset(ref _state, episode.Seed, world == Hardcore, _observation);
            for (int t = 0; t < episode.Actions.Length; t++)
            {
                WalkerDynamics.Advance(ref _state, in episode.Actions[t], _observation);
                most = Math.Max(most, _state.World.ContactCount);
            }
        }

        Assert.InRange(most, 1, Capacity.Contacts / 4);
    }

    [Theory]
    [InlineData(false, 0.0f, Capacity.Contacts / 4)]
    [InlineData(true, 0.0f, Capacity.Contacts / 4)]
    [InlineData(false, 20.0f, Capacity.Contacts * 5 / 8)]
    [InlineData(true, 20.0f, Capacity.Contacts * 5 / 8)]
    [InlineData(false, 60.0f, Capacity.Contacts * 7 / 8)]
    [InlineData(true, 60.0f, Capacity.Contacts * 7 / 8)]
    public void Step_ThrownWalkers_LeaveRoomForMoreContacts(bool hasObstacles, float speed, int limit)
    {
        WorldInfo info = BipedalWalkerWorld.Info;
        int most = 0;
        for (uint seed = 0; seed < 40; seed++)
        {
            WalkerDynamics.Reset(ref _state, seed, hasObstacles, _observation);
            for (int t = 0; t < 150; t++)
            {
                if (t % 25 == 0)
                    Throw(seed + (uint)t, speed);
                WorldAction action = IrregularActions.At(info, seed, t);
                WalkerDynamics.Advance(ref _state, in action, _observation);
                most = Math.Max(most, _state.World.ContactCount);
            }
        }

        Assert.InRange(most, 1, limit);
    }

    /// <summary>Sends every part another way, at up to speed metres a second along each axis, and turns it.</summary>
    private void Throw(uint seed, float speed)
    {
        var random = Gaia.Core.Random.NumpyGenerator.FromSeed(seed);
        for (int i = 0; i < _state.World.BodyCount; i++)
        {
            ref RigidBody body = ref _state.World.Bodies[i];
            body.Velocity += new Vec2((float)random.Uniform(-speed, speed), (float)random.Uniform(-speed, speed));
            body.AngularVelocity += (float)random.Uniform(-speed, speed);
        }
    }
}
