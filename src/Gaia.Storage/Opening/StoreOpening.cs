using System.Diagnostics.CodeAnalysis;

namespace Gaia.Storage.Opening;

/// <summary>An open store, or why there is none.</summary>
public sealed class StoreOpening
{
    private StoreOpening(GaiaStore? store, StoreFailure? failure)
    {
        Store = store;
        Failure = failure;
    }

    /// <summary>The store; null where it did not open.</summary>
    public GaiaStore? Store { get; }

    /// <summary>Why it did not open; null where it did.</summary>
    public StoreFailure? Failure { get; }

    /// <summary>The store, or why there is none.</summary>
    public bool TryGet([NotNullWhen(true)] out GaiaStore? store, [NotNullWhen(false)] out StoreFailure? failure)
    {
        store = Store;
        failure = Failure;
        return store is not null;
    }

    internal static StoreOpening Opened(GaiaStore store) => new(store, null);

    internal static StoreOpening Failed(StoreFailure failure) => new(null, failure);
}
