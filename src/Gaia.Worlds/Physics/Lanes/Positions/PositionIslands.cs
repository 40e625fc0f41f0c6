namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>Eight islands of one shape in the lanes of vectors, while their positions are corrected.</summary>
internal struct PositionIslands
{
    public PositionBodies Bodies;
    public PositionJoints Joints;
    public PositionContacts Contacts;
}
