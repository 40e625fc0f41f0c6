namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Places of contacts that any of eight lanes uses.</summary>
internal sealed class LanePlaces
{
    private readonly byte[] _lanes = new byte[IslandShape.MaxContacts];
    private readonly byte[] _used = new byte[IslandShape.MaxContacts];
    private int _count;

    /// <summary>Those places in order.</summary>
    public ReadOnlySpan<byte> Used => _used.AsSpan(0, _count);

    /// <summary>A lane begins to use a place.</summary>
    /// <returns>Whether it is the first to.</returns>
    public bool Enter(int place, int lane)
    {
        bool isFirst = _lanes[place] == 0;
        _lanes[place] |= (byte)(1 << lane);
        return isFirst;
    }

    /// <summary>A lane is done with a place.</summary>
    public void Leave(int place, int lane) => _lanes[place] &= (byte)~(1 << lane);

    /// <summary>Lists the places anew, after lanes have come or gone.</summary>
    public void List()
    {
        _count = 0;
        for (int place = 0; place < _lanes.Length; place++)
        {
            if (_lanes[place] != 0)
                _used[_count++] = (byte)place;
        }
    }
}
