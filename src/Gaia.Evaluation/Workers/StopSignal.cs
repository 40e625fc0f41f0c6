namespace Gaia.Evaluation.Workers;

/// <summary>Tells running episodes to end early: the caller cancelled, another worker failed, or a disposal waits.
/// </summary>
/// <remarks>Unlike a linked token source it costs no allocation a call. Set by anyone, read by the workers.</remarks>
internal sealed class StopSignal
{
    private volatile bool _raised;
    private CancellationToken _token;

    /// <summary>True once work should end.</summary>
    public bool IsRaised => _raised || _token.IsCancellationRequested;

    /// <summary>Starts a new call. Only while no worker runs.</summary>
    public void Arm(CancellationToken token)
    {
        _token = token;
        _raised = false;
    }

    /// <summary>Ends the present call.</summary>
    public void Raise() => _raised = true;
}
