using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Detection.Tests.Planting;

namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>One engine's migrated database. It stays as it is: defects are planted in copies.</summary>
internal interface IOriginal : IAsyncDisposable
{
    ICatalogReader Reader { get; }

    /// <summary>Where the original is.</summary>
    string ConnectionString { get; }

    /// <summary>A database of the same structure in a place of its own.</summary>
    Task<IScratchDatabase> CopyAsync();

    /// <summary>Takes the steps, in one connection.</summary>
    Task PlantAsync(IScratchDatabase copy, IReadOnlyList<Step> steps);
}
