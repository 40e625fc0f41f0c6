namespace Gaia.Node.Tasks;

/// <summary>What an island does.</summary>
internal enum IslandPhase
{
    /// <summary>It has not had its first turn yet.</summary>
    Waiting = 0,

    /// <summary>It runs generations in turn with the others.</summary>
    Running,

    /// <summary>The task is solved: it rests.</summary>
    Solved,

    /// <summary>The budget or the time is used, or no generation fits a turn: it rests.</summary>
    Finished,
}
