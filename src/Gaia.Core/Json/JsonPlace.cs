using System.Globalization;
using System.Text;

namespace Gaia.Core.Json;

/// <summary>The place in a JSON value that is being looked at, as a path.</summary>
internal sealed class JsonPlace
{
    /// <summary>A hostile name must not make a long error: longer ones are cut here.</summary>
    private const int LongestName = 64;

    private readonly List<string> _steps = [];

    public void Enter(string name) => _steps.Add(Step(name));

    public void Enter(int index) => _steps.Add("[" + index.ToString(CultureInfo.InvariantCulture) + "]");

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString() => "$" + string.Concat(_steps);

    private static string Step(string name)
    {
        if (name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return "." + name;

        var text = new StringBuilder("['");
        foreach (var character in name.AsSpan(0, Math.Min(name.Length, LongestName)))
        {
            if (character is '\'' or '\\')
                text.Append('\\');
            text.Append(char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character);
        }

        return text.Append(name.Length > LongestName ? "...']" : "']").ToString();
    }
}
