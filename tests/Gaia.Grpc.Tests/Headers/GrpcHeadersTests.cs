using Gaia.Grpc.Headers;

namespace Gaia.Grpc.Tests.Headers;

public sealed class GrpcHeadersTests
{
    [Theory]
    [InlineData("application/grpc", true)]
    [InlineData("application/grpc+proto", true)]
    [InlineData("Application/gRPC; charset=utf-8", true)]
    [InlineData("application/grpc+json", false)]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/grpcx", false)]
    [InlineData("application/json", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsGrpcContentType_Example_IsAsSpecified(string? contentType, bool expected) =>
        Assert.Equal(expected, GrpcHeaders.IsGrpcContentType(contentType));

    [Theory]
    [InlineData("identity,deflate, gzip", true)]
    [InlineData("gzip", true)]
    [InlineData("identity", false)]
    [InlineData("gzipped", false)]
    [InlineData(null, false)]
    public void AcceptsGzip_List_FindsTheWord(string? list, bool expected) =>
        Assert.Equal(expected, GrpcHeaders.AcceptsGzip(list));
}
