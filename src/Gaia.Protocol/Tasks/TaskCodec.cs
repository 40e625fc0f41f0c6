using Gaia.Islands.Tasks;
using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;

namespace Gaia.Protocol.Tasks;

/// <summary>Tasks between their signed bytes and the islands.</summary>
/// <remarks>The payload is the manifest's canonical JSON, byte for byte; there is no protobuf inside.</remarks>
public static class TaskCodec
{
    /// <summary>Largest signed task, in bytes: it must fit one broadcast, so the manifest has about 100 less.</summary>
    public const int MaximumSignedBytes = BroadcastMessage.MaximumBodyBytes;

    private const int MaximumErrorLength = 300;

    /// <summary>Signs a task of this node.</summary>
    /// <param name="task">A validated task whose manifest names this node as its publisher.</param>
    /// <param name="signer">The key of this node.</param>
    /// <returns>The task with its envelope, or a refusal where the envelope would be too large.</returns>
    /// <exception cref="ArgumentException">The manifest names another publisher, or none.</exception>
    public static Decoded<SignedTask> Sign(TaskDefinition task, EnvelopeSigner signer)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(signer);
        if (task.Manifest.Publisher != signer.Signer.Node)
            throw new ArgumentException("A node signs only tasks that name it as their publisher.", nameof(task));
        var bytes = signer.Sign(SignatureDomain.Task, task.CanonicalBytes);
        return bytes.Length <= MaximumSignedBytes
            ? new SignedTask(task, signer.Signer.Node, bytes)
            : Refuse(RejectionReason.TooLarge,
                $"The signed task has {bytes.Length} bytes, and {MaximumSignedBytes} are allowed.");
    }

    /// <summary>Reads a task, whoever handed it on: signature, every rule of the manifest, publisher.</summary>
    /// <param name="bytes">The envelope; nobody may change it afterwards.</param>
    /// <param name="verifier">Of this node's network.</param>
    public static Decoded<SignedTask> Read(ReadOnlyMemory<byte> bytes, EnvelopeVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var envelope = verifier.Open(SignatureDomain.Task, bytes, MaximumSignedBytes);
        if (!envelope.IsAccepted)
            return envelope.Rejection;
        var read = ManifestReader.Read(envelope.Value.Payload.Span);
        if (!read.TryGet(out var task))
        {
            // The error may quote the manifest.
            var error = WireText.Cleaned(read.Errors[0].ToString(), MaximumErrorLength);
            return Refuse(RejectionReason.BadManifest, $"The manifest breaks {read.Errors.Count} rules: {error}");
        }

        if (!task.CanonicalBytes.AsSpan().SequenceEqual(envelope.Value.Payload.Span))
            return Refuse(RejectionReason.NotCanonical, "The manifest is not in its canonical form.");
        return task.Manifest.Publisher == envelope.Value.Signer
            ? new SignedTask(task, envelope.Value.Signer, bytes)
            : Refuse(RejectionReason.WrongSigner, "The manifest's publisher did not sign it.");
    }

    private static Decoded<SignedTask> Refuse(RejectionReason reason, string text) =>
        Decoded<SignedTask>.Reject(reason, text);
}
