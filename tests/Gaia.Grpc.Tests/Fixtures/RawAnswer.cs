using System.Net;
using System.Net.Http.Headers;

namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>What came back.</summary>
/// <param name="HttpStatus">HTTP status.</param>
/// <param name="GrpcStatus">Value of grpc-status, wherever it was; null when it was nowhere.</param>
/// <param name="TrailersOnly">It was in the first header block.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The first header block.</param>
public sealed record RawAnswer(
    HttpStatusCode HttpStatus, string? GrpcStatus, bool TrailersOnly, byte[] Body, HttpResponseHeaders Headers);
