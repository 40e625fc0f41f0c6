using System.Diagnostics.CodeAnalysis;

namespace Gaia.Core.Results;

/// <summary>A value, or everything that kept it from being one.</summary>
/// <remarks>For expected failures: input of a user or a peer. A programmer's error throws instead.</remarks>
/// <typeparam name="T">Type of the value; never null.</typeparam>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<ValidationError> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>True where there is a value.</summary>
    public bool IsOk => Errors.Count == 0;

    /// <summary>Every error found; empty where there is a value.</summary>
    public IReadOnlyList<ValidationError> Errors { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: <see cref="IsOk"/> was not asked.</exception>
    public T Value => IsOk
        ? _value!
        : throw new InvalidOperationException("A failed result has no value: " + string.Join(" ", Errors));

    /// <summary>A result that holds a value.</summary>
    public static Result<T> Ok(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Result<T>(value, []);
    }

    /// <summary>A result that holds errors.</summary>
    /// <exception cref="ArgumentException">No error is given.</exception>
    public static Result<T> Invalid(IEnumerable<ValidationError> errors)
    {
        ValidationError[] copy = [.. errors];
        if (copy.Length == 0)
            throw new ArgumentException("A failure names at least one error.", nameof(errors));
        return new Result<T>(default, copy);
    }

    /// <inheritdoc cref="Invalid(IEnumerable{ValidationError})"/>
    public static Result<T> Invalid(params ValidationError[] errors) => Invalid((IEnumerable<ValidationError>)errors);

    /// <summary>A result that holds one error.</summary>
    public static Result<T> Invalid(string path, string message, string allowed) =>
        Invalid(new ValidationError(path, message, allowed));

    /// <summary>The value where there is one.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return IsOk;
    }

    /// <summary>The value carried on by a function, or the same errors.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
        where TNext : notnull => IsOk ? next(_value!) : Result<TNext>.Invalid(Errors);
}
