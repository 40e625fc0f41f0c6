using Gaia.Core.Numerics;

namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Benchmarks that stand alone.</summary>
/// <remarks>
/// Korns, "Accuracy in Symbolic Regression" (2011): three of five variables are noise, 10,000 drawn points. Pagie and
/// Hogeweg, "Evolutionary Consequences of Coevolving Targets" (1997): 26 by 26 points. Powers of two is ours: whoever
/// counts it solved, with a mean error of 0.05, rounds every answer to the right power.
/// </remarks>
internal static class SingleFormulas
{
    private const string Paper = "Pagie and Hogeweg, \"Evolutionary Consequences of Coevolving Targets\" (1997)";
    private const string KornsPaper = "Korns, \"Accuracy in Symbolic Regression\" (2011)";

    public readonly struct Korns12 : IFormula
    {
        public static string Id => "korns-12";
        public static string Text => "2 - 2.1 cos(9.8 x1) sin(1.3 x5)";
        public static string Reference => KornsPaper;
        public static int Variables => 5;
        public static int Cases => 10000;
        public static double Low => -50.0;
        public static double High => 50.0;
        public static double Scale => 8.0;

        public static double Value(in SamplePoint at) =>
            2.0 - (2.1 * StrictMath.Cos(9.8 * at[0]) * StrictMath.Sin(1.3 * at[4]));
    }

    public readonly struct Pagie1 : IFormula
    {
        public static string Id => "pagie-1";
        public static string Text => "1 / (1 + x^-4) + 1 / (1 + y^-4)";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 676;
        public static double Low => -5.0;
        public static double High => 5.0;
        public static double Scale => 2.0;
        public static double Spacing => 0.4;

        public static double Value(in SamplePoint at) => Bump(at[0]) + Bump(at[1]);

        private static double Bump(double x) => 1.0 / (1.0 + (1.0 / (x * x * x * x)));
    }

    public readonly struct PowersOfTwo : IFormula
    {
        public static string Id => "powers-of-two";
        public static string Text => "2^k for k = 8 x";
        public static string Reference => "Defined here: 2^k for k = 0 to 8 at x = k / 8";
        public static int Variables => 1;
        public static int Cases => 9;
        public static double Low => 0.0;
        public static double High => 1.0;
        public static double Scale => 256.0;
        public static double Spacing => 0.125;
        public static double SolvedMeanError => 0.05;

        public static double Value(in SamplePoint at) => 1 << (int)(8.0 * at[0]);
    }
}
