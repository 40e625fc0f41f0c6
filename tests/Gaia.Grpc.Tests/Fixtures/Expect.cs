using Grpc.Core;

namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>Waits for the failure of a call.</summary>
public static class Expect
{
    /// <summary>Awaits a call that must fail with a status.</summary>
    public static async Task<RpcException> FailureAsync(StatusCode status, Func<Task> call)
    {
        RpcException failure = await Assert.ThrowsAsync<RpcException>(() => call().InTime());
        Assert.True(
            status == failure.StatusCode, $"Expected {status}, got {failure.Status} {failure.Status.DebugException}");
        return failure;
    }
}
