using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>What a column definition says and no PRAGMA repeats.</summary>
internal sealed record ColumnText(string Name, string? Collation, GeneratedColumn? Generated);
