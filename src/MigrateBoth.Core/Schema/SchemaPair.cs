namespace MigrateBoth.Core.Schema;

/// <summary>Two catalogs that are to be held against each other.</summary>
/// <param name="Sqlite">Read from SQLite.</param>
/// <param name="MySql">Read from MySQL.</param>
public sealed record SchemaPair(DatabaseSchema Sqlite, DatabaseSchema MySql)
{
    /// <summary>The catalog of one engine.</summary>
    public DatabaseSchema this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
