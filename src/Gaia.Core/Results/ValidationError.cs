namespace Gaia.Core.Results;

/// <summary>One thing that is wrong with an input, said so that its author can mend it.</summary>
/// <param name="Path">Where: a JSON path such as <c>$.policy.hidden[0]</c>; <c>$</c> is the whole input.</param>
/// <param name="Message">What is wrong, with the offending value where it is short.</param>
/// <param name="Allowed">What would have been accepted: a range, a list of names, a form.</param>
public sealed record ValidationError(string Path, string Message, string Allowed)
{
    /// <summary>One line: path, message, what was allowed.</summary>
    public override string ToString() => $"{Path}: {Message} Allowed: {Allowed}.";
}
