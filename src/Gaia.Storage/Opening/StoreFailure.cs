namespace Gaia.Storage.Opening;

/// <summary>What went wrong with a store, and what to do.</summary>
/// <param name="Fault">For programs.</param>
/// <param name="Path">The file or directory.</param>
/// <param name="Message">What is wrong, with the path.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record StoreFailure(StoreFault Fault, string Path, string Message, string Remedy)
{
    /// <summary>One line: what is wrong, and what to do.</summary>
    public override string ToString() => $"{Message} {Remedy}";
}
