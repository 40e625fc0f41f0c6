using Gaia.Optimizers.Snapshots;

namespace Gaia.Optimizers.CmaEs;

/// <summary>Genomes from outside that wait for a place in a generation, oldest first, bounded.</summary>
/// <remarks>
/// A generation takes at most a quarter of its members from here, so that samples keep steering the distribution; twice
/// that many may be held. Where there is no room the oldest genome that is not in use gives way to the new one.
/// </remarks>
internal sealed class InjectionQueue
{
    private const int MembersPerInjection = 4;

    private readonly int _dimension;
    private readonly float[] _genomes;

    public InjectionQueue(int population, int dimension)
    {
        _dimension = dimension;
        MaximumPerGeneration = Math.Max(1, population / MembersPerInjection);
        Capacity = 2 * MaximumPerGeneration;
        _genomes = new float[Capacity * dimension];
    }

    /// <summary>Genomes that one generation may take.</summary>
    public int MaximumPerGeneration { get; }

    /// <summary>Genomes that may be held.</summary>
    public int Capacity { get; }

    /// <summary>Genomes held.</summary>
    public int Count { get; private set; }

    /// <summary>How many of the oldest are members of the generation that is asked now.</summary>
    public int InUse { get; private set; }

    public ReadOnlySpan<float> this[int index] => _genomes.AsSpan(index * _dimension, _dimension);

    public void Add(ReadOnlySpan<float> genome)
    {
        if (Count == Capacity)
            Remove(InUse, 1);
        genome.CopyTo(_genomes.AsSpan(Count * _dimension, _dimension));
        Count++;
    }

    /// <summary>Marks the oldest genomes as members of the generation that begins.</summary>
    public void Use() => InUse = Math.Min(Count, MaximumPerGeneration);

    /// <summary>Forgets the genomes in use.</summary>
    public void Finish()
    {
        Remove(0, InUse);
        InUse = 0;
    }

    public void Write(StateWriter writer)
    {
        writer.WriteInt32(Count);
        writer.WriteInt32(InUse);
        writer.WriteSingles(_genomes.AsSpan(0, Count * _dimension));
    }

    public void Read(ref StateReader reader)
    {
        Count = reader.ReadInt32(0, Capacity);
        InUse = reader.ReadInt32(0, Math.Min(Count, MaximumPerGeneration));
        reader.ReadSingles(_genomes.AsSpan(0, Count * _dimension));
    }

    private void Remove(int index, int count)
    {
        var from = (index + count) * _dimension;
        _genomes.AsSpan(from, (Count * _dimension) - from).CopyTo(_genomes.AsSpan(index * _dimension));
        Count -= count;
    }
}
