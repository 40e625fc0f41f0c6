using System.Runtime.ExceptionServices;

namespace Gaia.Evaluation.Workers;

/// <summary>Threads that are created once, run one body each when called, and are parked in between.</summary>
/// <remarks>
/// No allocation in a call, no pool thread kept busy for minutes. A body's exception stops the others through the
/// signal and is thrown to the caller; the crew stays usable. One call at a time.
/// </remarks>
internal sealed class WorkerCrew : IDisposable
{
    private const int Idle = 0;
    private const int Busy = 1;
    private const int Closed = 2;

    private readonly Action<int> _body;
    private readonly StopSignal _stop;
    private readonly Thread[] _threads;
    private readonly AutoResetEvent[] _starts;
    private readonly AutoResetEvent _finished = new(initialState: false);
    private readonly ManualResetEventSlim _idle = new(initialState: true);
    private ExceptionDispatchInfo? _failure;
    private int _running;
    private int _state;
    private volatile bool _disposed;

    /// <summary>Starts the threads, parked.</summary>
    /// <param name="name">Shown by debuggers.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="priority">Of every thread.</param>
    /// <param name="stop">Raised on failure and disposal; the body watches it.</param>
    /// <param name="body">Called with the worker's index, once a call of <see cref="Run"/>.</param>
    public WorkerCrew(string name, int threads, ThreadPriority priority, StopSignal stop, Action<int> body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _body = body;
        _stop = stop;
        _threads = new Thread[threads];
        _starts = new AutoResetEvent[threads];
        for (var i = 0; i < threads; i++)
        {
            var index = i;
            _starts[i] = new AutoResetEvent(initialState: false);
            _threads[i] = new Thread(() => Serve(index)) { IsBackground = true, Name = name, Priority = priority };
        }

        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>Takes the crew for one call; <see cref="Release"/> follows in any case.</summary>
    /// <exception cref="ObjectDisposedException">Disposed.</exception>
    /// <exception cref="InvalidOperationException">Another call is running.</exception>
    public void Claim()
    {
        var previous = Interlocked.CompareExchange(ref _state, Busy, Idle);
        ObjectDisposedException.ThrowIf(previous == Closed, this);
        if (previous == Busy)
            throw new InvalidOperationException("One call at a time.");
        _idle.Reset();
    }

    /// <summary>Runs the body once on every thread and waits for all of them. The crew is claimed.</summary>
    /// <param name="token">Raises the stop signal when cancelled.</param>
    /// <exception cref="ObjectDisposedException">Disposed during the call.</exception>
    public void Run(CancellationToken token)
    {
        _failure = null;
        _stop.Arm(token);
        // Arm would forget the signal of a disposal that began before it.
        if (_disposed)
            _stop.Raise();
        Volatile.Write(ref _running, _threads.Length);
        foreach (var start in _starts)
            start.Set();
        _finished.WaitOne();
        _failure?.Throw();
        ObjectDisposedException.ThrowIf(_disposed, this);
    }

    /// <summary>Gives the crew back.</summary>
    public void Release()
    {
        _stop.Arm(CancellationToken.None);
        Volatile.Write(ref _state, Idle);
        _idle.Set();
    }

    /// <summary>Ends a running call early and joins every thread.</summary>
    public void Dispose()
    {
        _disposed = true;
        _stop.Raise();
        int previous;
        while ((previous = Interlocked.CompareExchange(ref _state, Closed, Idle)) == Busy)
            _idle.Wait();
        if (previous == Closed)
            return;
        foreach (var start in _starts)
            start.Set();
        foreach (var thread in _threads)
            thread.Join();
        foreach (var start in _starts)
            start.Dispose();
        _finished.Dispose();
        _idle.Dispose();
    }

    private void Serve(int index)
    {
        while (true)
        {
            _starts[index].WaitOne();
            if (Volatile.Read(ref _state) == Closed)
                return;
            try
            {
                _body(index);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
                _stop.Raise();
            }

            if (Interlocked.Decrement(ref _running) == 0)
                _finished.Set();
        }
    }
}
