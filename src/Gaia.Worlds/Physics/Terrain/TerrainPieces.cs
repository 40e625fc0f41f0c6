namespace Gaia.Worlds.Physics.Terrain;

/// <summary>Everything in a world that rests, for good.</summary>
/// <remarks>
/// A step looks only at the pieces near a moving body: runs are sorted along x, so the first that reaches a place is
/// guessed from the mean spacing and found by walking on from there, which is right for any spacing.
/// </remarks>
internal struct TerrainPieces
{
    public int Count;
    public int PolygonCount;
    public int BodyCount;
    public int RunCount;
    public TerrainRunArray Runs;

    /// <summary>Zero between steps; the only thing about a resting body that continuous collision moves.</summary>
    public StartFractionArray StartFractions;
    public TerrainPieceArray Pieces;
    public TerrainPolygonArray Polygons;

    public void Clear()
    {
        Count = 0;
        PolygonCount = 0;
        BodyCount = 0;
        RunCount = 0;
    }

    /// <summary>Takes a piece in, as the newest, and fattens its box.</summary>
    public void Add(in TerrainPiece piece, in Box tight)
    {
        int index = Count++;
        Pieces[index] = piece;
        Pieces[index].FatBox = tight.Grown(PhysicsSettings.BoxMargin);
        if (index == 0 || !Follows(in Pieces[index - 1].FatBox, in Pieces[index].FatBox))
            Runs[RunCount++].First = index;

        ref TerrainRun run = ref Runs[RunCount - 1];
        run.End = index + 1;
        run.FirstUpperX = Pieces[run.First].FatBox.Upper.X;
        float length = Pieces[index].FatBox.Upper.X - run.FirstUpperX;
        run.PiecesPerMetre = length > 0.0f ? (index - run.First) / length : 0.0f;
    }

    /// <returns>The first piece of a run whose box ends at <paramref name="x"/> or beyond; the run's end if none does.
    /// </returns>
    public readonly int FirstReaching(int run, float x)
    {
        int first = Runs[run].First;
        int end = Runs[run].End;
        float guess = (x - Runs[run].FirstUpperX) * Runs[run].PiecesPerMetre;
        int index = first + (guess > 0.0f ? (int)Scalar.Min(guess, end - first - 1) : 0);
        while (index > first && Pieces[index - 1].FatBox.Upper.X >= x)
            index--;
        while (index < end && Pieces[index].FatBox.Upper.X < x)
            index++;
        return index;
    }

    private static bool Follows(in Box before, in Box after) =>
        after.Lower.X >= before.Lower.X && after.Upper.X >= before.Upper.X;
}
