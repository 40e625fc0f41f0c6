using System.Reflection;

namespace Gaia.Node.Hosting;

/// <summary>The version of this program, without the commit that it was built from.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        var text = typeof(ProgramVersion).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? text : text[..plus];
    }
}
