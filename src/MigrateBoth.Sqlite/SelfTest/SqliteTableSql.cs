using System.Globalization;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.SelfTest;

/// <summary>Writes the statements that make a table as the catalog reader describes it.</summary>
internal static class SqliteTableSql
{
    /// <summary>CREATE TABLE and, after it, one CREATE INDEX for each index.</summary>
    public static IReadOnlyList<string> Create(Table table) => [CreateTable(table), .. table.Indexes.Select(index => CreateIndex(table, index))];

    private static string CreateTable(Table table)
    {
        List<string> parts =
        [
            .. table.Columns.Select(column => Column(table, column)),
            .. table.PrimaryKey is { } key && InlineKey(table) is null ? [$"{Named(key.Name)}PRIMARY KEY ({(key.Parts.Count > 0 ? string.Join(", ", key.Parts.Select(part => $"{Quote(part.Column!)}{(part.IsDescending ? " DESC" : string.Empty)}")) : List(key.Columns))})"] : Array.Empty<string>(),
            .. table.UniqueConstraints.Select(constraint => $"{Named(constraint.Name)}UNIQUE ({List(constraint.Columns)})"),
            .. table.ForeignKeys.Select(ForeignKey),
            .. table.Checks.Select(check => $"{Named(check.Name)}CHECK ({check.Expression})"),
        ];
        string[] options =
        [
            .. table.Options.ContainsKey("without_rowid") ? ["WITHOUT ROWID"] : Array.Empty<string>(),
            .. table.Options.ContainsKey("strict") ? ["STRICT"] : Array.Empty<string>(),
        ];
        return $"CREATE TABLE {Quote(table.Name)} (\n    {string.Join(",\n    ", parts)}\n) {string.Join(", ", options)}".TrimEnd();
    }

    private static string Column(Table table, Column column)
    {
        var isKey = InlineKey(table) == column.Name;
        string[] parts =
        [
            Quote(column.Name),
            column.Type.Text,
            column.Collation is null ? string.Empty : $"COLLATE {column.Collation}",
            column.Generated is { } generated ? $"GENERATED ALWAYS AS ({generated.Expression}) {(generated.IsStored ? "STORED" : "VIRTUAL")}" : string.Empty,
            column.IsNullable ? string.Empty : "NOT NULL",
            isKey ? $"{Named(table.PrimaryKey!.Name)}PRIMARY KEY{(table.PrimaryKey.Parts.Any(part => part.IsDescending) ? " DESC" : string.Empty)}{(column.IsIdentity ? " AUTOINCREMENT" : string.Empty)}" : string.Empty,
            column.Default is { } value ? $"DEFAULT {Default(value)}" : string.Empty,
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>Only beside its column can a key be the row's number and count up by itself.</summary>
    private static string? InlineKey(Table table) => table.PrimaryKey is { Columns: [var only] } ? only : null;

    /// <summary>As the catalog has it: within one engine texts are compared to the letter.</summary>
    private static string Default(ColumnDefault value) => value.Kind switch
    {
        ColumnDefaultKind.Expression => $"({value.Text})",

        // A planted text is not one of a catalog and has no quotes.
        ColumnDefaultKind.Text when value.Text is not ['\'' or '"', ..] => $"'{value.Value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => value.Text,
    };

    private static string ForeignKey(ForeignKey key) =>
        $"{Named(key.Name)}FOREIGN KEY ({List(key.Columns)}) REFERENCES {Quote(key.PrincipalTable)} ({List(key.PrincipalColumns)})"
        + $"{Action("DELETE", key.OnDelete)}{Action("UPDATE", key.OnUpdate)}{(key.IsDeferred ? " DEFERRABLE INITIALLY DEFERRED" : string.Empty)}";

    private static string Action(string @event, ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => string.Empty,
        ReferentialAction.Restrict => $" ON {@event} RESTRICT",
        ReferentialAction.Cascade => $" ON {@event} CASCADE",
        ReferentialAction.SetNull => $" ON {@event} SET NULL",
        ReferentialAction.SetDefault => $" ON {@event} SET DEFAULT",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    internal static string CreateIndex(Table table, TableIndex index) => string.Create(
        CultureInfo.InvariantCulture,
        $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {Quote(index.Name)} ON {Quote(table.Name)} ({string.Join(", ", index.Parts.Select(Part))}){(index.Filter is null ? "" : $" WHERE {index.Filter}")}");

    private static string Part(IndexPart part) =>
        $"{(part.Column is { } column ? Quote(column) : $"({part.Expression})")}{(part.Collation is null ? "" : $" COLLATE {part.Collation}")}{(part.IsDescending ? " DESC" : "")}";

    private static string Named(string? name) => name is null ? string.Empty : $"CONSTRAINT {Quote(name)} ";

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    private static string Quote(string name) => SqliteNames.Quote(name);
}
