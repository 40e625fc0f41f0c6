using Gaia.Core.Numerics;

namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Twelve functions of one and two variables.</summary>
/// <remarks>
/// Uy, Hoai, O'Neill, McKay and Galvan-Lopez, "Semantically-based crossover in genetic programming" (2011), F1 to F10:
/// 20 drawn points in one variable, 100 in two. F11 and F12 were added with 20 points each by Petersen et al., "Deep
/// symbolic regression" (2021).
/// </remarks>
internal static class NguyenFormulas
{
    private const string Paper = "Uy et al., \"Semantically-based crossover in genetic programming\" (2011)";
    private const string LaterPaper = "Petersen et al., \"Deep symbolic regression\" (2021)";

    public readonly struct F1 : IFormula
    {
        public static string Id => "nguyen-1";
        public static string Text => "x^3 + x^2 + x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 4.0;

        public static double Value(in SamplePoint at) => SumOfPowers(at[0], 3);
    }

    public readonly struct F2 : IFormula
    {
        public static string Id => "nguyen-2";
        public static string Text => "x^4 + x^3 + x^2 + x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 4.0;

        public static double Value(in SamplePoint at) => SumOfPowers(at[0], 4);
    }

    public readonly struct F3 : IFormula
    {
        public static string Id => "nguyen-3";
        public static string Text => "x^5 + x^4 + x^3 + x^2 + x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 8.0;

        public static double Value(in SamplePoint at) => SumOfPowers(at[0], 5);
    }

    public readonly struct F4 : IFormula
    {
        public static string Id => "nguyen-4";
        public static string Text => "x^6 + x^5 + x^4 + x^3 + x^2 + x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 8.0;

        public static double Value(in SamplePoint at) => SumOfPowers(at[0], 6);
    }

    public readonly struct F5 : IFormula
    {
        public static string Id => "nguyen-5";
        public static string Text => "sin(x^2) cos(x) - 1";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 1.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            return (StrictMath.Sin(x * x) * StrictMath.Cos(x)) - 1.0;
        }
    }

    public readonly struct F6 : IFormula
    {
        public static string Id => "nguyen-6";
        public static string Text => "sin(x) + sin(x + x^2)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 2.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            return StrictMath.Sin(x) + StrictMath.Sin(x + (x * x));
        }
    }

    public readonly struct F7 : IFormula
    {
        public static string Id => "nguyen-7";
        public static string Text => "ln(x + 1) + ln(x^2 + 1)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => 0.0;
        public static double High => 2.0;
        public static double Scale => 4.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            return StrictMath.Log(x + 1.0) + StrictMath.Log((x * x) + 1.0);
        }
    }

    public readonly struct F8 : IFormula
    {
        public static string Id => "nguyen-8";
        public static string Text => "sqrt(x)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 20;
        public static double Low => 0.0;
        public static double High => 4.0;
        public static double Scale => 2.0;

        public static double Value(in SamplePoint at) => Math.Sqrt(at[0]);
    }

    public readonly struct F9 : IFormula
    {
        public static string Id => "nguyen-9";
        public static string Text => "sin(x) + sin(y^2)";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 100;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 2.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return StrictMath.Sin(x) + StrictMath.Sin(y * y);
        }
    }

    public readonly struct F10 : IFormula
    {
        public static string Id => "nguyen-10";
        public static string Text => "2 sin(x) cos(y)";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 100;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 2.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return 2.0 * StrictMath.Sin(x) * StrictMath.Cos(y);
        }
    }

    public readonly struct F11 : IFormula
    {
        public static string Id => "nguyen-11";
        public static string Text => "x^y";
        public static string Reference => LaterPaper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => 0.0;
        public static double High => 1.0;
        public static double Scale => 1.0;

        public static double Value(in SamplePoint at) => RealPower.Of(at[0], at[1]);
    }

    public readonly struct F12 : IFormula
    {
        public static string Id => "nguyen-12";
        public static string Text => "x^4 - x^3 + y^2 / 2 - y";
        public static string Reference => LaterPaper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => 0.0;
        public static double High => 1.0;
        public static double Scale => 1.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return (x * x * x * (x - 1.0)) + (y * ((0.5 * y) - 1.0));
        }
    }

    /// <summary>x^degree + ... + x^2 + x.</summary>
    private static double SumOfPowers(double x, int degree)
    {
        double sum = 0.0;
        for (int i = 0; i < degree; i++)
            sum = x * (1.0 + sum);
        return sum;
    }
}
