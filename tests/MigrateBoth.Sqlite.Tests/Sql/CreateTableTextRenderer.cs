using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Sql;

/// <summary>Writes what was parsed as one line per thing.</summary>
internal static class CreateTableTextRenderer
{
    public static string Render(CreateTableText text)
    {
        IEnumerable<string> lines =
        [
            .. text.Columns.Select(Column),
            .. text.PrimaryKey is { } key ? [$"pk {Key(key)}"] : Array.Empty<string>(),
            .. text.Uniques.Select(u => $"unique {Key(u)}"),
            .. text.ForeignKeys.Select(ForeignKey),
            .. text.Checks.Select(c => $"check {c.Name}: {c.Expression}"),
            .. text.ConflictClauses.Order(StringComparer.Ordinal).Select(c => $"conflict {c}"),
        ];
        return string.Join('\n', lines);
    }

    private static string Column(ColumnText column) =>
        $"column {column.Name}"
        + (column.Type.Length == 0 ? string.Empty : $": {column.Type}")
        + (column.Collation is null ? string.Empty : $" collate {column.Collation}")
        + (column.Generated is null ? string.Empty : $" as {column.Generated.Expression}{(column.Generated.IsStored ? " stored" : string.Empty)}");

    private static string Key(KeyText key) =>
        $"{key.Name} ({string.Join(", ", key.Parts.Select(p => p.Collation is null ? p.Column : $"{p.Column} collate {p.Collation}"))})"
        + (key.IsAutoincrement ? " autoincrement" : string.Empty);

    private static string ForeignKey(ForeignKeyText key) =>
        $"fk {key.Name} ({string.Join(", ", key.Columns)}) -> {key.PrincipalTable} ({string.Join(", ", key.PrincipalColumns)})"
        + $" delete {key.OnDelete} update {key.OnUpdate}{(key.IsDeferred ? " deferred" : string.Empty)}";
}
