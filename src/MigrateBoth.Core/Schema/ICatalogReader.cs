namespace MigrateBoth.Core.Schema;

/// <summary>Reads the whole catalog of one database, in at most ten queries regardless of its size.</summary>
public interface ICatalogReader
{
    /// <summary>The engine this reader understands.</summary>
    Engine Engine { get; }

    /// <summary>Reads everything the catalog says. Never writes.</summary>
    /// <param name="connectionString">An ADO.NET connection string of the engine's own provider.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The schema, with names and lists in a stable order.</returns>
    /// <exception cref="Errors.MigrateBothException">The database cannot be reached, or the account may not read its catalog.</exception>
    Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken);
}

/// <summary>Reads which migrations a database says were applied to it. Never writes, and needs no application.</summary>
public interface IHistoryTableReader
{
    /// <summary>The engine this reader understands.</summary>
    Engine Engine { get; }

    /// <summary>Reads EF Core's history table.</summary>
    /// <param name="connectionString">An ADO.NET connection string of the engine's own provider.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The ids in the order of their text; null when the database has no such table.</returns>
    /// <exception cref="Errors.MigrateBothException">The database cannot be reached, or the table cannot be read.</exception>
    Task<IReadOnlyList<string>?> ReadAsync(string connectionString, CancellationToken cancellationToken);
}
