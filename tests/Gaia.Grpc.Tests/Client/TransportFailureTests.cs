using System.Net;
using Gaia.Grpc.Client;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Client;

public sealed class TransportFailureTests
{
    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(415, StatusCode.Unknown)]
    public void FromHttpStatus_Table_IsAsSpecified(int http, StatusCode expected) =>
        Assert.Equal(expected, TransportFailure.FromHttpStatus((HttpStatusCode)http));

    [Theory]
    [InlineData(1, StatusCode.Internal)]
    [InlineData(2, StatusCode.Internal)]
    [InlineData(3, StatusCode.Internal)]
    [InlineData(7, StatusCode.Unavailable)]
    [InlineData(8, StatusCode.Cancelled)]
    [InlineData(11, StatusCode.ResourceExhausted)]
    [InlineData(12, StatusCode.PermissionDenied)]
    public void Classify_StreamReset_IsAsSpecified(long errorCode, StatusCode expected)
    {
        var failure = new HttpRequestException(
            "outer", new HttpProtocolException(errorCode, "inner", null), null);
        Assert.Equal(expected, TransportFailure.Classify(failure).Status.StatusCode);
    }

    [Fact]
    public void Classify_BrokenConnection_IsUnavailableAndKeepsItsCause()
    {
        var failure = new IOException("gone");
        CallOutcome outcome = TransportFailure.Classify(failure);
        Assert.Equal(StatusCode.Unavailable, outcome.Status.StatusCode);
        Assert.Same(failure, outcome.Status.DebugException);
    }
}
