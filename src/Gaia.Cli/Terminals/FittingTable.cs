using Spectre.Console;

namespace Gaia.Cli.Terminals;

/// <summary>Tables with frames where there is room, bare columns on a narrow terminal.</summary>
internal static class FittingTable
{
    /// <summary>Narrower than this, a table has no frame and leaves out its secondary columns.</summary>
    public const int ComfortableColumns = 120;

    public static bool IsNarrow(int columns) => columns < ComfortableColumns;

    /// <summary>An empty table for a terminal of <paramref name="columns"/>.</summary>
    /// <param name="columns">Width of the terminal.</param>
    /// <param name="titles">Titles from left to right; one that begins with <c>&gt;</c> is of numbers.</param>
    public static Table Create(int columns, params IEnumerable<string> titles)
    {
        bool narrow = IsNarrow(columns);
        Table table = new Table().Border(narrow ? TableBorder.None : TableBorder.Rounded);
        foreach (string title in titles)
        {
            bool isNumber = title.StartsWith('>');
            TableColumn column = new(new Text(isNumber ? title[1..] : title)) { NoWrap = true };
            if (isNumber) column.RightAligned();
            if (narrow) column.Padding(0, 0, 1, 0);
            table.AddColumn(column);
        }

        return table;
    }
}
