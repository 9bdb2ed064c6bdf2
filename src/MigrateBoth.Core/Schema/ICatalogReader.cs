namespace MigrateBoth.Core.Schema;

/// <summary>Reads the whole catalog of one database, in at most ten queries whatever its size.</summary>
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
