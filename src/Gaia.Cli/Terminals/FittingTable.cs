using Spectre.Console;

namespace Gaia.Cli.Terminals;

/// <summary>Tables with frames where there is room, bare columns on a narrow terminal.</summary>
internal static class FittingTable
{
    /// <summary>Narrower than this, a table has no frame and leaves out its secondary columns.</summary>
    public const int ComfortableColumns = 120;

    private const int FrameColumns = 3;
    private const int MinimumLast = 12;
    private const string Dots = "...";

    public static bool IsNarrow(int columns) => columns < ComfortableColumns;

    /// <summary>An empty table for a terminal of <paramref name="columns"/>.</summary>
    /// <param name="columns">Width of the terminal.</param>
    /// <param name="titles">Titles from left to right; one that begins with <c>&gt;</c> is of numbers.</param>
    public static Table Create(int columns, params IEnumerable<string> titles) => Create(IsNarrow(columns), titles);

    /// <summary>An empty table, with or without a frame.</summary>
    public static Table Create(bool narrow, params IEnumerable<string> titles)
    {
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

    /// <summary>Whether there is room for every cell on one line, with a frame or without.</summary>
    public static bool Fits(bool narrow, int columns, IReadOnlyList<string> titles, IReadOnlyList<string[]> rows) =>
        Taken(titles.Count, titles, rows) + (narrow ? titles.Count : (titles.Count * FrameColumns) + 1) <= columns;

    /// <summary>A table whose last column is cut where there is no room for it.</summary>
    public static Table Cropped(int columns, IReadOnlyList<string> titles, IReadOnlyList<string[]> rows)
    {
        Table table = Create(columns, titles);
        int room = RoomForLast(columns, titles, rows);
        foreach (string[] row in rows)
            table.AddRow([.. row[..^1].Append(Crop(row[^1], room)).Select(cell => new Text(cell))]);
        return table;
    }

    /// <summary>Columns that are left for the last cell of every row, where the others take what they need.</summary>
    private static int RoomForLast(int columns, IReadOnlyList<string> titles, IReadOnlyList<string[]> rows)
    {
        int taken = Taken(titles.Count - 1, titles, rows);
        // A frame takes two columns beside each cell and one between cells; without it a blank divides them.
        int perCell = IsNarrow(columns) ? 1 : FrameColumns;
        return Math.Max(MinimumLast, columns - taken - (titles.Count * perCell) - 1);
    }

    /// <summary>What the first columns need for themselves.</summary>
    private static int Taken(int count, IReadOnlyList<string> titles, IReadOnlyList<string[]> rows)
    {
        int taken = 0;
        for (int i = 0; i < count; i++)
        {
            int at = i;
            taken += rows.Select(row => row[at].Length).Append(titles[at].TrimStart('>').Length).Max();
        }

        return taken;
    }

    /// <summary>A text that ends after a whole word, in three dots, where there is no room for all of it.</summary>
    internal static string Crop(string text, int columns)
    {
        if (text.Length <= columns) return text;
        int end = columns - Dots.Length;
        int blank = text.LastIndexOf(' ', end);
        return text[..(blank > 0 ? blank : end)].TrimEnd(' ', ',', ';', '.', ':') + Dots;
    }
}
