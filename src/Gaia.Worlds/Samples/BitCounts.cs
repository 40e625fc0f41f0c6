namespace Gaia.Worlds.Samples;

/// <summary>Sizes of the parity worlds.</summary>
internal static class BitCounts
{
    public readonly struct Two : IBitCount
    {
        public static int Bits => 2;
    }

    public readonly struct Three : IBitCount
    {
        public static int Bits => 3;
    }

    public readonly struct Four : IBitCount
    {
        public static int Bits => 4;
    }

    public readonly struct Five : IBitCount
    {
        public static int Bits => 5;
    }

    public readonly struct Six : IBitCount
    {
        public static int Bits => 6;
    }

    public readonly struct Seven : IBitCount
    {
        public static int Bits => 7;
    }

    public readonly struct Eight : IBitCount
    {
        public static int Bits => 8;
    }
}
