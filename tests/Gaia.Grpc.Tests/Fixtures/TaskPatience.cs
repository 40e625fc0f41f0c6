namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>Bounds the wait for a state, so that a test that never reaches it fails instead of hanging.</summary>
public static class TaskPatience
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task InTime(this Task state) => state.WaitAsync(Patience);

    public static Task<T> InTime<T>(this Task<T> state) => state.WaitAsync(Patience);
}
