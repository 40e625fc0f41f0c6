namespace Gaia.Storage.Opening;

/// <summary>What can go wrong with a store, apart from a programmer's error.</summary>
public enum StoreFault
{
    /// <summary>The data directory cannot be made or written.</summary>
    Unwritable = 0,

    /// <summary>Another process, or another store of this one, has the data directory.</summary>
    InUse,

    /// <summary>The file is no database of a node, or is damaged.</summary>
    Corrupt,

    /// <summary>A newer program wrote the database.</summary>
    TooNew,

    /// <summary>The disk, or the database's own limit, is full.</summary>
    Full,

    /// <summary>The operating system reports an error of the disk.</summary>
    Io,

    /// <summary>The data directory belongs to another identity key.</summary>
    ForeignIdentity,
}
