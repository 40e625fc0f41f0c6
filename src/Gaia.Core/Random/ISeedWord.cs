namespace Gaia.Core.Random;

/// <summary>A 32-bit word of a seed: of one seed, or of one in each lane.</summary>
internal interface ISeedWord<TSelf>
    where TSelf : struct, ISeedWord<TSelf>
{
    /// <summary>The same word everywhere.</summary>
    static abstract TSelf Of(uint value);

    /// <summary>((word ^ before) * after), folded upon itself by 16 bits.</summary>
    static abstract TSelf Hash(TSelf word, uint before, uint after);

    /// <summary>left * leftFactor - right * rightFactor, folded upon itself by 16 bits.</summary>
    static abstract TSelf Mix(TSelf left, uint leftFactor, TSelf right, uint rightFactor);
}
