namespace Gaia.Worlds.Lanes;

/// <summary>The answer to a comparison of reals: one truth, or one a lane.</summary>
internal interface IMask<TSelf>
    where TSelf : unmanaged, IMask<TSelf>
{
    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Whether it holds anywhere: ends a loop that all lanes walk together.</summary>
    static abstract bool Any(TSelf mask);
}
