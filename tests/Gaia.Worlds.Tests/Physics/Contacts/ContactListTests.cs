using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.Geometry;

namespace Gaia.Worlds.Tests.Physics.Contacts;

public sealed class ContactListTests
{
    private static readonly Vec2[] TwoEdges = [new(-5, 0), new(0, 0), new(5, 0)];

    [Fact]
    public void Update_LeavesOneEdgeWhileTouchingAnother_ClearsTouchFlag()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 1.0f), 1.0f, TwoEdges);
        PairFinder.FindNewContacts(ref world);
        ContactList.UpdateAll(ref world);
        Assert.Equal(2, world.ContactCount);
        Assert.True(world.Contacts[0].IsTouching && world.Contacts[1].IsTouching);
        Assert.True(world.Bodies[Scene.Box].TouchFlag);

        world.Bodies[Scene.Box].Placement.Position = new Vec2(1.5f, 1.0f);
        ContactList.UpdateAll(ref world);

        Assert.False(world.Contacts[0].IsTouching);
        Assert.True(world.Contacts[1].IsTouching);
        Assert.False(world.Bodies[Scene.Box].TouchFlag);
        Assert.True(world.Bodies[Scene.Box].HasTouched);
    }

    [Fact]
    public void UpdateAll_BoxesPart_DestroysContactAndClearsTouchFlag()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(2.0f, 1.0f), 1.0f, TwoEdges);
        PairFinder.FindNewContacts(ref world);
        ContactList.UpdateAll(ref world);
        Assert.True(world.Bodies[Scene.Box].TouchFlag);

        world.Fixtures[Scene.Box].FatBox.Lower.Y = 7.0f;
        ContactList.UpdateAll(ref world);

        Assert.Equal(0, world.ContactCount);
        Assert.False(world.Bodies[Scene.Box].TouchFlag);
    }

    [Fact]
    public void Add_SamePairAgain_KeepsOneContact()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(2.0f, 1.0f), 1.0f, TwoEdges);

        ContactList.Add(ref world, 1, Scene.Box);
        ContactList.Add(ref world, 1, Scene.Box);

        Assert.Equal(1, world.ContactCount);
        Assert.Equal(0.4f, world.Contacts[0].Friction, 1e-6f);
    }

    [Fact]
    public void Add_MaskedPair_IsFiltered()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(2.0f, 1.0f), 1.0f, TwoEdges);
        world.Fixtures[Scene.Box].Surface.Mask = 0x4;

        ContactList.Add(ref world, 1, Scene.Box);

        Assert.Equal(0, world.ContactCount);
    }

    [ReleaseFact]
    public void Step_MoreOverlapsThanContactsFit_KeepsTheOldestAndGoesOn()
    {
        var comb = new Vec2[60];
        for (int i = 0; i < comb.Length; i++)
            comb[i] = new Vec2(0.05f * i, 0.0f);
        PhysicsWorld world = Scene.WithBox(new Vec2(1.0f, 1.0f), 1.0f, comb);
        for (int i = 1; i < Capacity.Bodies; i++)
            Scene.AddBox(ref world, new Vec2(1.0f + (0.2f * i), 1.0f), 1.0f);

        for (int i = 0; i < 5; i++)
        {
            Scene.Step(ref world);
            Assert.Equal(Capacity.Contacts, world.ContactCount);
        }

        Assert.Equal((0, Scene.Box), (world.Contacts[0].Piece, world.Contacts[0].Body));
        Assert.InRange(world.Bodies[Scene.Box].Origin.Y, 0.9f, 1.1f);
    }

    [Fact]
    public void Step_BodyThatIsNowhere_StaysWithinBounds()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(2.0f, 1.0f), 1.0f, TwoEdges);
        world.Bodies[Scene.Box].Velocity = new Vec2(float.NaN, float.PositiveInfinity);

        for (int i = 0; i < 5; i++)
            Scene.Step(ref world);

        Assert.InRange(world.ContactCount, 0, 2);
    }
}
