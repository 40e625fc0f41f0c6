using System.Net;
using System.Net.Http.Headers;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Grpc.Client;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Client;

/// <summary>Whatever a peer answers, a call ends with a message or with a status.</summary>
public sealed class HostileResponseTests
{
    [Fact]
    public void Call_AnyBodyAndTrailers_EndsWithMessageOrStatus() => Prop.ForAll<byte[], string, string>(
        (body, status, message) =>
        {
            var answer = new Answer(body) { Status = Clean(status), Message = Clean(message) };
            return Outcome(answer) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Call_WellFormedAnswer_YieldsTheMessage() =>
        Assert.Equal(StatusCode.OK, Outcome(new Answer([0, 0, 0, 0, 0]) { Status = "0" }));

    [Theory]
    [InlineData(new byte[0], "0", StatusCode.Unimplemented)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 }, null, StatusCode.Unknown)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 }, "99", StatusCode.Unknown)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 }, "5", StatusCode.NotFound)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "0", StatusCode.Unimplemented)]
    [InlineData(new byte[] { 0, 0, 0 }, "0", StatusCode.Internal)]
    [InlineData(new byte[] { 9, 0, 0, 0, 0 }, "0", StatusCode.Internal)]
    [InlineData(new byte[] { 1, 0, 0, 0, 1, 1 }, "0", StatusCode.Internal)]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 0xFF }, "0", StatusCode.Internal)]
    [InlineData(new byte[] { 0, 0xFF, 0, 0, 0 }, "0", StatusCode.ResourceExhausted)]
    public void Call_AnswerThatBreaksARule_EndsWithItsStatus(byte[] body, string? status, StatusCode expected) =>
        Assert.Equal(expected, Outcome(new Answer(body) { Status = status }));

    [Theory]
    [InlineData("x-key-bin", "***", StatusCode.Internal)]
    [InlineData("grpc-encoding", "snappy", StatusCode.Internal)]
    public void Call_HeaderThatBreaksARule_EndsWithItsStatus(string name, string value, StatusCode expected) =>
        Assert.Equal(expected, Outcome(new Answer([0, 0, 0, 0, 0]) { Status = "0", Header = (name, value) }));

    [Fact]
    public void Call_MetadataOverLimit_IsResourceExhausted() => Assert.Equal(
        StatusCode.ResourceExhausted,
        Outcome(new Answer([0, 0, 0, 0, 0]) { Status = "0", Header = ("x-key", new string('a', 20_000)) }));

    /// <summary>The status a unary call ended with.</summary>
    private static StatusCode? Outcome(Answer answer)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(
            new Uri("http://127.0.0.1:1"), new HttpMessageInvoker(answer), TimeProvider.System);
        try
        {
            ProbeHost.ClientOf(channel).Echo(new Probing());
            return StatusCode.OK;
        }
        catch (RpcException failure)
        {
            return failure.StatusCode;
        }
    }

    private static string? Clean(string? text) =>
        text is null ? null : new string([.. text.Where(c => c is >= ' ' and <= '~')]);

    private sealed class Answer(byte[] body) : HttpMessageHandler
    {
        public string? Status { get; init; }

        public string? Message { get; init; }

        public (string Name, string Value)? Header { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
            if (Header is (string name, string value))
                response.Headers.TryAddWithoutValidation(name, value);
            if (Status is not null)
                response.TrailingHeaders.TryAddWithoutValidation("grpc-status", Status);
            if (Message is not null)
                response.TrailingHeaders.TryAddWithoutValidation("grpc-message", Message);
            return Task.FromResult(response);
        }
    }
}
