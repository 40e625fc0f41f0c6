using Gaia.Cli.Terminals;

namespace Gaia.Cli.Tests.Terminals;

public sealed class FittingTableTests
{
    [Theory]
    [InlineData("Land a ship", 11, "Land a ship")]
    [InlineData("Land a ship softly", 16, "Land a ship...")]
    [InlineData("Land a ship softly", 14, "Land a ship...")]
    [InlineData("Land a ship, softly", 16, "Land a ship...")]
    [InlineData("Neuroevolution", 12, "Neuroevol...")]
    public void Crop_TextWithoutRoom_EndsAfterAWholeWord(string text, int columns, string expected) =>
        Assert.Equal(expected, FittingTable.Crop(text, columns));
}
