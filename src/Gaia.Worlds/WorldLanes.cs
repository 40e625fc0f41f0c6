namespace Gaia.Worlds;

/// <summary>Many episodes of one world side by side: the SIMD form, equal to <see cref="IWorld{TState}"/> to the bit.
/// </summary>
/// <remarks>
/// Episodes live in slots, eight lanes to a group; a slot is reset by itself, whenever its episode has ended, so that
/// episodes of different lengths keep every lane busy. The arrays are the form's interface to a policy: lane l of group
/// g holds slot g * 8 + l, and a group's eight values of one quantity lie next to each other. One thread owns it;
/// nothing is allocated after construction, nothing is checked and nothing is thrown, as in the scalar form.
/// </remarks>
public abstract class WorldLanes
{
    /// <summary>Lanes in a group, on every machine.</summary>
    public const int Width = 8;

    /// <summary>Room for some groups of episodes.</summary>
    /// <param name="info">The world.</param>
    /// <param name="groups">At least 1.</param>
    protected WorldLanes(WorldInfo info, int groups)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        Info = info;
        Groups = groups;
        Observations = new float[groups * info.ObservationSize * Width];
        Choices = new int[groups * Width];
        Components = new float[groups * info.ActionSize * Width];
        Rewards = new double[groups * Width];
        Terminated = new byte[groups];
    }

    /// <summary>The world.</summary>
    public WorldInfo Info { get; }

    /// <summary>Groups of eight slots: as many as the form is fastest with.</summary>
    public int Groups { get; }

    /// <summary>Episodes side by side.</summary>
    public int Slots => Groups * Width;

    /// <summary>[groups][ObservationSize][8], float32: written by Reset and Step.</summary>
    public float[] Observations { get; }

    /// <summary>[groups][8]: choices for the next step, in a discrete world.</summary>
    public int[] Choices { get; }

    /// <summary>[groups][ActionSize][8], float32: components for the next step, in a continuous world.</summary>
    public float[] Components { get; }

    /// <summary>[groups][8], reward units: what the last step gave.</summary>
    public double[] Rewards { get; }

    /// <summary>[groups], a bit a lane: the last step ended the episode by the world's own rule.</summary>
    public byte[] Terminated { get; }

    /// <summary>Starts an episode in a slot; the others stay as they are.</summary>
    /// <param name="slot">0 to Slots - 1.</param>
    /// <param name="seed">The Gymnasium seed.</param>
    public abstract void Reset(int slot, uint seed);

    /// <summary>Starts episodes in several slots: the same as one after the other, and faster where the form starts
    /// eight at once.</summary>
    /// <param name="slots">Each 0 to Slots - 1, none twice.</param>
    /// <param name="seeds">As many Gymnasium seeds.</param>
    public virtual void Reset(ReadOnlySpan<int> slots, ReadOnlySpan<uint> seeds)
    {
        for (int i = 0; i < slots.Length; i++)
            Reset(slots[i], seeds[i]);
    }

    /// <summary>Advances the running slots by one step with the actions that lie in the arrays.</summary>
    /// <param name="running">[groups], a bit a lane: slots whose episode goes on. What the others give, and what
    /// becomes of their state until their next Reset, is undefined.</param>
    public abstract void Step(ReadOnlySpan<byte> running);

    /// <summary>Reads the action of a slot.</summary>
    private protected void Gather(int slot, out WorldAction action)
    {
        action = default;
        if (Info.ActionKind == ActionKind.Discrete)
        {
            action.Index = Choices[slot];
            return;
        }

        int at = (slot / Width * Info.ActionSize * Width) + (slot % Width);
        for (int i = 0; i < Info.ActionSize; i++)
            action.Values[i] = Components[at + (i * Width)];
    }

    /// <summary>Writes the observation of a slot.</summary>
    private protected void Spread(int slot, ReadOnlySpan<float> observation)
    {
        int at = (slot / Width * Info.ObservationSize * Width) + (slot % Width);
        for (int i = 0; i < observation.Length; i++)
            Observations[at + (i * Width)] = observation[i];
    }
}
