namespace MigrateBoth.Core.Schema;

/// <summary>A table in which a migration tool of another ecosystem keeps what it has applied; no part of the schema that it builds.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns, in any order.</param>
/// <remarks><see cref="ForeignTables"/> leaves it out. A name alone is not enough: <c>migrations</c> can be a table of the application. Only one with exactly these columns is left out.</remarks>
internal sealed record BookkeepingTable(string Tool, string Name, params IReadOnlyList<string> Columns)
{
    /// <summary>
    /// The tool that defers every foreign key on SQLite. MySQL cannot: there is no other way to write them there, and nothing to correct.
    /// </summary>
    public const string DeferringTool = "Django";

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<BookkeepingTable> All { get; } =
    [
        new("Prisma", "_prisma_migrations", "id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at", "started_at", "applied_steps_count"),
        new("TypeORM", "migrations", "id", "timestamp", "name"),
        new("TypeORM", "typeorm_metadata", "type", "database", "schema", "table", "name", "value"),
        new("Sequelize", "SequelizeMeta", "name"),
        new(DeferringTool, "django_migrations", "id", "app", "name", "applied"),
        new("Rails", "schema_migrations", "version"),
        new("Rails", "ar_internal_metadata", "key", "value", "created_at", "updated_at"),
        new("Laravel", "migrations", "id", "migration", "batch"),
    ];

    /// <summary>The tool's table that this one is, or null.</summary>
    public static BookkeepingTable? Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return All.FirstOrDefault(known =>
            string.Equals(known.Name, table.Name, StringComparison.OrdinalIgnoreCase)
            && table.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(known.Columns));
    }
}
