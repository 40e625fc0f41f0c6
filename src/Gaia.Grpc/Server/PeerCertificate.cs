using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Gaia.Grpc.Server;

/// <summary>Describes a caller by its TLS certificate.</summary>
/// <remarks>The property has the name and the form (PEM) that gRPC's own libraries give it. Whether the certificate is
/// to be trusted was decided by the TLS handshake.</remarks>
internal static class PeerCertificate
{
    private const string Property = "x509_pem_cert";

    public static AuthContext Describe(HttpContext http)
    {
        string? pem = http.Connection.ClientCertificate?.ExportCertificatePem();
        if (pem is null)
            return new AuthContext(null, []);
        return new AuthContext(
            Property,
            new Dictionary<string, List<AuthProperty>>(StringComparer.Ordinal)
            {
                [Property] = [AuthProperty.Create(Property, Encoding.UTF8.GetBytes(pem))],
            });
    }
}
