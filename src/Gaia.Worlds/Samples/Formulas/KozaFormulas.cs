namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Three polynomials: the first benchmarks of symbolic regression.</summary>
/// <remarks>
/// Koza, "Genetic Programming" (1992), section 10.2, and "Genetic Programming II" (1994), section 5.1: 20 points drawn
/// from [-1, 1]. A search has succeeded there when all 20 errors are below 0.01.
/// </remarks>
internal static class KozaFormulas
{
    private const string Paper = "Koza, \"Genetic Programming\" (1992) and \"Genetic Programming II\" (1994)";

    public readonly struct Quartic : IFormula
    {
        public static string Id => "koza-1";
        public static string Text => "x^4 + x^3 + x^2 + x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 4.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            return x * (1.0 + (x * (1.0 + (x * (1.0 + x)))));
        }
    }

    public readonly struct Quintic : IFormula
    {
        public static string Id => "koza-2";
        public static string Text => "x^5 - 2 x^3 + x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 0.5;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double rest = 1.0 - (x * x);
            return x * rest * rest;
        }
    }

    public readonly struct Sextic : IFormula
    {
        public static string Id => "koza-3";
        public static string Text => "x^6 - 2 x^4 + x^2";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 0.25;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double root = x * (1.0 - (x * x));
            return root * root;
        }
    }
}
