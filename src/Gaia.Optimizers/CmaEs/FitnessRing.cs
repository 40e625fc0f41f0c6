using Gaia.Optimizers.Snapshots;

namespace Gaia.Optimizers.CmaEs;

/// <summary>The last so many values of a series.</summary>
internal sealed class FitnessRing
{
    private readonly double[] _values;
    private int _next;

    public FitnessRing(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _values = new double[capacity];
    }

    public int Capacity => _values.Length;

    public int Count { get; private set; }

    public void Add(double value)
    {
        _values[_next] = value;
        _next = (_next + 1) % _values.Length;
        Count = Math.Min(Count + 1, _values.Length);
    }

    /// <summary>Greatest less least of all values held; at least one.</summary>
    public double Range()
    {
        var least = double.PositiveInfinity;
        var greatest = double.NegativeInfinity;
        foreach (var value in _values.AsSpan(0, Count))
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return greatest - least;
    }

    /// <summary>Median of a stretch, counted back from the newest value.</summary>
    /// <param name="age">0 begins with the newest.</param>
    /// <param name="length">1 to as many as are held from there on.</param>
    /// <param name="scratch">At least the length; overwritten.</param>
    public double Median(int age, int length, Span<double> scratch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(age + length, Count);
        var sorted = scratch[..length];
        for (var i = 0; i < length; i++)
            sorted[i] = _values[(_next - 1 - age - i + (2 * _values.Length)) % _values.Length];
        sorted.Sort();
        var middle = length / 2;
        return length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] / 2) + (sorted[middle] / 2);
    }

    public void Write(StateWriter writer)
    {
        writer.WriteInt32(Count);
        writer.WriteInt32(_next);
        writer.WriteDoubles(_values.AsSpan(0, Count));
    }

    public void Read(ref StateReader reader)
    {
        Count = reader.ReadInt32(0, _values.Length);
        _next = reader.ReadInt32(0, _values.Length - 1);
        reader.Require(Count == _values.Length || _next == Count);
        reader.ReadDoubles(_values.AsSpan(0, Count), double.MaxValue);
    }
}
