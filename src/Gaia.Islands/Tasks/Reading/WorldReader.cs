using Gaia.Core.Json;
using Gaia.Worlds;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the world of a manifest.</summary>
internal static class WorldReader
{
    /// <summary>The world, or null where there is none of that id.</summary>
    internal static WorldInfo? Read(ObjectReader world)
    {
        var choices = string.Join(", ", WorldCatalog.All.Select(info => info.Id));
        var id = world.Text("id", choices, required: true);
        var arguments = world.Object("arguments");
        arguments.Finish("no arguments: no world has any yet");
        world.Finish();
        if (id is null)
            return null;
        if (WorldCatalog.TryFind(id, out var found))
            return found;
        world.Fault(world.PathOf("id"), $"There is no world \"{JsonPath.Printable(id)}\".", choices);
        return null;
    }
}
