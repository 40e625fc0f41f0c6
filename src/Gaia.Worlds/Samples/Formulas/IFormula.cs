namespace Gaia.Worlds.Samples.Formulas;

/// <summary>A function to be learned from samples: a benchmark of symbolic regression.</summary>
internal interface IFormula
{
    /// <summary>Id of the world.</summary>
    static abstract string Id { get; }

    /// <summary>As a person reads it.</summary>
    static abstract string Text { get; }

    /// <summary>Authors, title and year.</summary>
    static abstract string Reference { get; }

    /// <summary>Variables: at most <see cref="SamplePoint.Capacity"/>.</summary>
    static abstract int Variables { get; }

    /// <summary>Samples in an episode.</summary>
    static abstract int Cases { get; }

    /// <summary>Least and greatest value of each variable.</summary>
    static abstract double Low { get; }

    static abstract double High { get; }

    /// <summary>What an answer of 1 stands for: a power of two, at least as large as any value.</summary>
    static abstract double Scale { get; }

    /// <summary>Distance between the points of a regular grid; 0 where the points are drawn, uniformly and in each
    /// episode anew.</summary>
    static virtual double Spacing => 0.0;

    /// <summary>Mean absolute error up to which the world counts as solved; the default is what Koza allows a sample
    /// that he counts as hit.</summary>
    static virtual double SolvedMeanError => 0.01;

    static abstract double Value(in SamplePoint at);
}
