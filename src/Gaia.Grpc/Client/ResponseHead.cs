using System.Net;
using System.Net.Http.Headers;
using Gaia.Grpc.Headers;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>What a response's header block says.</summary>
/// <param name="Metadata">The peer's metadata.</param>
/// <param name="Gzip">Responses may be compressed.</param>
/// <param name="Outcome">Set when the header block is all there is: trailers only, or no gRPC response.</param>
internal sealed record ResponseHead(Metadata Metadata, bool Gzip, CallOutcome? Outcome)
{
    public static ResponseHead Parse(HttpResponseMessage response, int maxMetadataBytes)
    {
        var block = new MetadataBlock(maxMetadataBytes);
        Fields own = Collect(response.Headers.NonValidated, ref block);
        Fields content = Collect(response.Content.Headers.NonValidated, ref block);
        if (block.Failure is Status failure)
            return new ResponseHead([], false, new CallOutcome(failure, []));
        if (own.Status is not null && response.StatusCode == HttpStatusCode.OK)
        {
            var outcome = new CallOutcome(StatusHeader.Parse(own.Status, own.Message), block.Metadata);
            return new ResponseHead([], false, outcome);
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return Refused(
                TransportFailure.FromHttpStatus(response.StatusCode), $"HTTP status {(int)response.StatusCode}.");
        }

        if (!GrpcHeaders.IsGrpcContentType(content.ContentType))
            return Refused(StatusCode.Unknown, "The response's content type is not application/grpc.");
        bool gzip = string.Equals(own.Encoding, GrpcHeaders.Gzip, StringComparison.OrdinalIgnoreCase);
        bool plain = own.Encoding is null
            || own.Encoding.Equals(GrpcHeaders.Identity, StringComparison.OrdinalIgnoreCase);
        return gzip || plain
            ? new ResponseHead(block.Metadata, gzip, null)
            : Refused(StatusCode.Internal, "The response's grpc-encoding is neither identity nor gzip.");
    }

    /// <summary>Outcome in the trailers after the last message.</summary>
    public static CallOutcome ParseTrailers(HttpResponseMessage response, int maxMetadataBytes)
    {
        var block = new MetadataBlock(maxMetadataBytes);
        Fields fields = Collect(response.TrailingHeaders.NonValidated, ref block);
        if (block.Failure is Status failure)
            return new CallOutcome(failure, []);
        return fields.Status is null
            ? CallOutcome.Of(StatusCode.Unknown, "The response ended without grpc-status.")
            : new CallOutcome(StatusHeader.Parse(fields.Status, fields.Message), block.Metadata);
    }

    private static ResponseHead Refused(StatusCode code, string detail) =>
        new([], false, CallOutcome.Of(code, "No gRPC response: " + detail));

    private static Fields Collect(HttpHeadersNonValidated headers, ref MetadataBlock block)
    {
        var fields = default(Fields);
        foreach ((string name, HeaderStringValues values) in headers)
        {
            foreach (string value in values)
            {
                block.Add(name, value);
                fields.Note(name, value);
            }
        }

        return fields;
    }

    private struct Fields
    {
        public string? Status;
        public string? Message;
        public string? Encoding;
        public string? ContentType;

        public void Note(string name, string value)
        {
            if (name.Equals(GrpcHeaders.Status, StringComparison.OrdinalIgnoreCase))
                Status = value;
            else if (name.Equals(GrpcHeaders.Message, StringComparison.OrdinalIgnoreCase))
                Message = value;
            else if (name.Equals(GrpcHeaders.Encoding, StringComparison.OrdinalIgnoreCase))
                Encoding = value;
            else if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
                ContentType = value;
        }
    }
}
