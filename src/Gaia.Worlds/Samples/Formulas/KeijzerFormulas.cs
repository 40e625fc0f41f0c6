using Gaia.Core.Numerics;

namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Functions on regular grids, where a search can say nothing about chance, and on few drawn points.</summary>
/// <remarks>
/// Keijzer, "Improving Symbolic Regression with Interval Arithmetic and Linear Scaling" (2003), with the training
/// samples as White et al. list them, "Better GP benchmarks" (2013). Left out: 2 and 3, which are 1 on wider grids; 4,
/// whose spacing the sources give differently; 5, for its pole.
/// </remarks>
internal static class KeijzerFormulas
{
    private const string Paper =
        "Keijzer, \"Improving Symbolic Regression with Interval Arithmetic and Linear Scaling\" (2003)";

    public readonly struct F1 : IFormula
    {
        public static string Id => "keijzer-1";
        public static string Text => "0.3 x sin(2 pi x)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 21;
        public static double Low => -1.0;
        public static double High => 1.0;
        public static double Scale => 0.5;
        public static double Spacing => 0.1;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            return 0.3 * x * StrictMath.Sin(2.0 * Math.PI * x);
        }
    }

    public readonly struct F6 : IFormula
    {
        public static string Id => "keijzer-6";
        public static string Text => "1 + 1/2 + ... + 1/x";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 50;
        public static double Low => 1.0;
        public static double High => 50.0;
        public static double Scale => 8.0;
        public static double Spacing => 1.0;

        public static double Value(in SamplePoint at)
        {
            double sum = 0.0;
            for (int i = 1; i <= (int)at[0]; i++)
                sum += 1.0 / i;
            return sum;
        }
    }

    public readonly struct F7 : IFormula
    {
        public static string Id => "keijzer-7";
        public static string Text => "ln(x)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 100;
        public static double Low => 1.0;
        public static double High => 100.0;
        public static double Scale => 8.0;
        public static double Spacing => 1.0;

        public static double Value(in SamplePoint at) => StrictMath.Log(at[0]);
    }

    public readonly struct F8 : IFormula
    {
        public static string Id => "keijzer-8";
        public static string Text => "sqrt(x)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 101;
        public static double Low => 0.0;
        public static double High => 100.0;
        public static double Scale => 16.0;
        public static double Spacing => 1.0;

        public static double Value(in SamplePoint at) => Math.Sqrt(at[0]);
    }

    public readonly struct F9 : IFormula
    {
        public static string Id => "keijzer-9";
        public static string Text => "arcsinh(x)";
        public static string Reference => Paper;
        public static int Variables => 1;
        public static int Cases => 101;
        public static double Low => 0.0;
        public static double High => 100.0;
        public static double Scale => 8.0;
        public static double Spacing => 1.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            return StrictMath.Log(x + Math.Sqrt((x * x) + 1.0));
        }
    }

    public readonly struct F10 : IFormula
    {
        public static string Id => "keijzer-10";
        public static string Text => "x^y";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 100;
        public static double Low => 0.0;
        public static double High => 1.0;
        public static double Scale => 1.0;

        public static double Value(in SamplePoint at) => RealPower.Of(at[0], at[1]);
    }

    public readonly struct F11 : IFormula
    {
        public static string Id => "keijzer-11";
        public static string Text => "x y + sin((x - 1)(y - 1))";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => -3.0;
        public static double High => 3.0;
        public static double Scale => 16.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return (x * y) + StrictMath.Sin((x - 1.0) * (y - 1.0));
        }
    }

    public readonly struct F12 : IFormula
    {
        public static string Id => "keijzer-12";
        public static string Text => "x^4 - x^3 + y^2 / 2 - y";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => -3.0;
        public static double High => 3.0;
        public static double Scale => 128.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return (x * x * x * (x - 1.0)) + (y * ((0.5 * y) - 1.0));
        }
    }

    public readonly struct F13 : IFormula
    {
        public static string Id => "keijzer-13";
        public static string Text => "6 sin(x) cos(y)";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => -3.0;
        public static double High => 3.0;
        public static double Scale => 8.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return 6.0 * StrictMath.Sin(x) * StrictMath.Cos(y);
        }
    }

    public readonly struct F14 : IFormula
    {
        public static string Id => "keijzer-14";
        public static string Text => "8 / (2 + x^2 + y^2)";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => -3.0;
        public static double High => 3.0;
        public static double Scale => 4.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return 8.0 / (2.0 + (x * x) + (y * y));
        }
    }

    public readonly struct F15 : IFormula
    {
        public static string Id => "keijzer-15";
        public static string Text => "x^3 / 5 + y^3 / 2 - y - x";
        public static string Reference => Paper;
        public static int Variables => 2;
        public static int Cases => 20;
        public static double Low => -3.0;
        public static double High => 3.0;
        public static double Scale => 16.0;

        public static double Value(in SamplePoint at)
        {
            double x = at[0];
            double y = at[1];
            return (x * x * x / 5.0) + (y * y * y / 2.0) - y - x;
        }
    }
}
