namespace Gaia.Worlds;

/// <summary>What a policy does in one step.</summary>
public struct WorldAction
{
    /// <summary>The choice in a discrete world: 0 to <see cref="WorldInfo.ActionSize"/> - 1.</summary>
    public int Index;

    /// <summary>The components in a continuous world; the first <see cref="WorldInfo.ActionSize"/> are read.</summary>
    public ActionValues Values;
}
