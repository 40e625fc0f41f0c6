namespace Gaia.Worlds.Physics.Islands;

/// <summary>Bodies that act on each other, with the joints and contacts between them, in solving order.</summary>
/// <remarks>Scratch on the stack: only what the counts cover is ever written or read.</remarks>
internal struct Island
{
    public int BodyCount;
    public int JointCount;
    public int ContactCount;

    /// <summary>Positions were within their slop when their iterations ended.</summary>
    public bool PositionsSolved;
    public BodyIndexArray BodyIndices;
    public JointIndexArray JointIndices;
    public ContactIndexArray ContactIndices;
    public SolverBodyArray Bodies;
    public JointConstraintArray Joints;
    public ContactConstraintArray Contacts;

    public void Clear()
    {
        BodyCount = 0;
        JointCount = 0;
        ContactCount = 0;
    }

    public void AddBody(ref PhysicsWorld world, int body)
    {
        world.Bodies[body].IslandIndex = BodyCount;
        BodyIndices[BodyCount++] = body;
    }

    public void AddContact(ref PhysicsWorld world, int contact)
    {
        world.Contacts[contact].InIsland = true;
        ContactIndices[ContactCount++] = contact;
    }
}
