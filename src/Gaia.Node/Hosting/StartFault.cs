namespace Gaia.Node.Hosting;

/// <summary>Why a node does not start.</summary>
public enum StartFault
{
    /// <summary>The data directory cannot be made or written to.</summary>
    DataDirectory = 1,

    /// <summary>Another node runs on the data directory.</summary>
    DataInUse,

    /// <summary>The identity key cannot be used.</summary>
    Identity,

    /// <summary>The store cannot be opened.</summary>
    Store,

    /// <summary>The port for peers cannot be listened on.</summary>
    Listen,

    /// <summary>The port of the API cannot be listened on.</summary>
    Api,

    /// <summary>No address to tell others.</summary>
    Advertise,
}
