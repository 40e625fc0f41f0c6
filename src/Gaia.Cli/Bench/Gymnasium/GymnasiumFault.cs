namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>Why a Python process gave no figures.</summary>
internal enum GymnasiumFault
{
    /// <summary>The file could not be started as a program.</summary>
    NotStarted,

    /// <summary>It did not end within its time, and was ended.</summary>
    TimedOut,

    /// <summary>It ended with an exit code other than 0.</summary>
    Exited,

    /// <summary>What it printed is not the one JSON object that was asked for.</summary>
    Malformed,

    /// <summary>It lacks a module: Gymnasium itself, or NumPy.</summary>
    ModuleMissing,

    /// <summary>Its Gymnasium cannot make this world, for example because the box2d extra is not installed.</summary>
    WorldUnavailable,
}
