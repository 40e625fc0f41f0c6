using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Gaia.Core.Results;
using Gaia.Policies.Files;

namespace Gaia.Policies;

/// <summary>Policy files: JSON that NumPy users read without this program.</summary>
/// <remarks>
/// <c>{"env", "layers":[{"in","out","w":[out rows of in],"b","act"}], "output"}</c>, with "arguments" (the world's, by
/// name), "dtype" ("float32") and "gaia" (<see cref="PolicyOrigin"/>) optional. A vector is one layer with "in" 0 and
/// the output "identity": its point is "b", as the layer's formula gives it. Floats are shortest decimals: reading
/// gives the written bits, -0 included. Every error of a file is returned at once, each with its JSON path and what was
/// allowed.
/// </remarks>
public static class PolicyFile
{
    private const int MaxDepth = 16;

    private static readonly PolicyFileOptions DefaultOptions = new();

    /// <summary>Reads a policy file.</summary>
    /// <param name="utf8">The whole file; a byte-order mark is allowed.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>The document, or every error.</returns>
    public static Result<PolicyDocument> Read(ReadOnlySpan<byte> utf8, PolicyFileOptions? options = null)
    {
        options ??= DefaultOptions;
        var errors = new PolicyErrors(options.MaxErrors);
        PolicyDocument? document = null;
        if (utf8.Length > options.MaxBytes)
            errors.Add("$", $"has {utf8.Length} bytes", $"{options.MaxBytes} bytes at most");
        else if (!Utf8.IsValid(utf8))
            errors.Add("$", "is not UTF-8 text", "a policy file in UTF-8");
        else
            document = Parse(utf8.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8, errors);
        return document is null
            ? Result<PolicyDocument>.Invalid(errors.ToImmutable())
            : Result<PolicyDocument>.Ok(document);
    }

    /// <summary>Writes a policy file without indentation.</summary>
    /// <exception cref="ArgumentException">The genome does not fit the layout or is not finite, or the world's id is
    /// empty or too long.</exception>
    public static void Write(IBufferWriter<byte> destination, PolicyDocument document)
    {
        Check(document);
        using var writer = new Utf8JsonWriter(destination);
        PolicyWriter.Write(writer, document);
    }

    /// <inheritdoc cref="Write(IBufferWriter{byte}, PolicyDocument)"/>
    public static void Write(Stream destination, PolicyDocument document)
    {
        Check(document);
        using var writer = new Utf8JsonWriter(destination);
        PolicyWriter.Write(writer, document);
    }

    private static PolicyDocument? Parse(ReadOnlySpan<byte> utf8, PolicyErrors errors)
    {
        var options = new JsonReaderOptions { MaxDepth = MaxDepth };
        var text = NonFiniteTokens.Quote(utf8);
        var reader = new Utf8JsonReader(text, options);
        try
        {
            using var json = JsonDocument.ParseValue(ref reader);
            // Anything but white space after the value is malformed too.
            reader.Read();
            return new PolicyReader(errors).Read(json.RootElement);
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.TrimEnd('.');
            errors.Add(JsonFailure.PathOf(text, options), $"is not JSON: {reason}", "a policy file");
            return null;
        }
    }

    private static void Check(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.World.Length is < 1 or > PolicyLimits.MaxWorldIdLength)
            throw new ArgumentException("The world's id is empty or too long.", nameof(document));
        if (document.Arguments.Count > PolicyLimits.MaxArguments || !document.Arguments.All(IsArgument))
            throw new ArgumentException("An argument cannot be written, or there are too many.", nameof(document));
        if (document.Genome.Length != document.Layout.ParameterCount || !Genome.IsFinite(document.Genome))
            throw new ArgumentException("The genome does not fit its layout, or is not finite.", nameof(document));
    }

    private static bool IsArgument(KeyValuePair<string, double> argument) =>
        argument.Key.Length is >= 1 and <= PolicyLimits.MaxWorldIdLength && double.IsFinite(argument.Value);
}
