using System.IO.Pipelines;
using System.Text;
using Gaia.Transport.Channel;

namespace Gaia.Transport.Listening;

/// <summary>Looks at the first bytes of a connection, without taking them: TLS, plain HTTP, or neither.</summary>
internal static class FirstBytes
{
    private const byte TlsHandshake = 0x16;
    private const int MethodLength = 4;

    private static readonly string[] HttpBeginnings =
        ["GET ", "POST", "PUT ", "HEAD", "PRI ", "OPTI", "DELE", "PATC", "CONN", "TRAC"];

    /// <summary>Why the connection is refused; null where it begins as TLS does.</summary>
    /// <exception cref="OperationCanceledException">Not one byte came in time.</exception>
    public static async ValueTask<RefusalReason?> RefuseAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var first = buffer.IsEmpty ? (byte)0 : buffer.FirstSpan[0];
            var enough = buffer.Length >= MethodLength || read.IsCompleted || first == TlsHandshake
                || (!buffer.IsEmpty && !char.IsAsciiLetterUpper((char)first));
            if (enough)
            {
                var start = Encoding.Latin1.GetString(buffer.Slice(0, Math.Min(MethodLength, buffer.Length)));
                input.AdvanceTo(buffer.Start);
                return Judge(first, start);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static RefusalReason? Judge(byte first, string start)
    {
        if (first == TlsHandshake)
            return null;
        return HttpBeginnings.Contains(start, StringComparer.Ordinal)
            ? RefusalReason.PlainHttp
            : RefusalReason.NotTls;
    }
}
