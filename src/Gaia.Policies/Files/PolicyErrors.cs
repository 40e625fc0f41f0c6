using System.Collections.Immutable;
using System.Text.Json;
using Gaia.Core.Results;

namespace Gaia.Policies.Files;

/// <summary>Errors of one file, in file order, up to a limit.</summary>
internal sealed class PolicyErrors(int limit)
{
    private const int MaxNameLength = 40;

    private readonly ImmutableArray<ValidationError>.Builder _errors = ImmutableArray.CreateBuilder<ValidationError>();
    private long _unlisted;

    /// <summary>True while nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>".name" for a plain name, else ["name"] as JSON, shortened.</summary>
    public static string Member(string name)
    {
        var isPlain = name.Length is > 0 and <= MaxNameLength
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            && !char.IsAsciiDigit(name[0]);
        if (isPlain)
            return "." + name;
        var shown = name.Length <= MaxNameLength ? name : name[..MaxNameLength];
        return $"[\"{JsonEncodedText.Encode(shown.Replace('\uFFFD', '?'))}\"]";
    }

    /// <summary>Notes an error.</summary>
    /// <param name="path">Where.</param>
    /// <param name="message">What is found there, as "is 3", to follow the path.</param>
    /// <param name="allowed">What would be accepted.</param>
    public void Add(string path, string message, string allowed)
    {
        if (_errors.Count < limit)
            _errors.Add(new ValidationError(path, $"It {message}.", allowed));
        else
            _unlisted++;
    }

    /// <summary>Every error, and how many were left off.</summary>
    public ImmutableArray<ValidationError> ToImmutable()
    {
        if (_unlisted > 0)
        {
            _errors.Add(new ValidationError("$", $"There are {_unlisted} more errors.", "a valid policy file"));
            _unlisted = 0;
        }

        return _errors.ToImmutable();
    }
}
