using System.Globalization;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>Writes the statement that makes a table as the catalog reader describes it.</summary>
internal static class MySqlTableSql
{
    /// <summary>CREATE TABLE with everything in it.</summary>
    public static string Create(Table table)
    {
        string[] parts =
        [
            .. table.Columns.Select(Column),
            .. table.PrimaryKey is { } key ? [PrimaryKey(key)] : Array.Empty<string>(),
            .. table.Indexes.Select(Index),
            .. table.UniqueConstraints.Select(constraint => $"CONSTRAINT {Quote(constraint.Name ?? string.Empty)} UNIQUE ({List(constraint.Columns)})"),
            .. table.ForeignKeys.Select(ForeignKey),
            .. table.Checks.Select(Check),
        ];
        return $"CREATE TABLE {Quote(table.Name)} (\n  {string.Join(",\n  ", parts)}\n){Options(table)}";
    }

    /// <summary>Quotes a name.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    internal static string PrimaryKey(PrimaryKey key) =>
        $"PRIMARY KEY ({(key.Parts.Count == key.Columns.Count ? string.Join(", ", key.Parts.Select(Part)) : List(key.Columns))})";

    internal static string Column(Column column)
    {
        string[] parts =
        [
            Quote(column.Name),
            column.Type.Name == "json" ? "json" : column.Type.Text,
            column.CharacterSet is null ? string.Empty : $"CHARACTER SET {column.CharacterSet}",
            column.Collation is null ? string.Empty : $"COLLATE {column.Collation}",
            .. column.Generated is { } generated ? Generated(column, generated) : Plain(column),
            column.IsInvisible ? "INVISIBLE" : string.Empty,
            column.Comment is null ? string.Empty : $"COMMENT {Literal(column.Comment)}",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>MariaDB does not take NULL for a computed column, and both take it for granted.</summary>
    private static IEnumerable<string> Generated(Column column, GeneratedColumn generated) =>
        [$"GENERATED ALWAYS AS ({generated.Expression}) {(generated.IsStored ? "STORED" : "VIRTUAL")}", column.IsNullable ? string.Empty : "NOT NULL"];

    private static IEnumerable<string> Plain(Column column) =>
    [
        column.IsNullable ? "NULL" : "NOT NULL",
        column.Default is { } value ? $"DEFAULT {Default(column, value)}" : string.Empty,
        column.OnUpdate is null ? string.Empty : $"ON UPDATE {column.OnUpdate}",
        column.IsIdentity ? "AUTO_INCREMENT" : string.Empty,
    ];

    private static string Default(Column column, ColumnDefault value)
    {
        var text = value.Kind switch
        {
            ColumnDefaultKind.Text => Literal(value.Value),
            ColumnDefaultKind.Number => value.Value,

            // No bytes at all are X'', and nothing that begins with 0x.
            ColumnDefaultKind.Binary => $"X'{value.Value[2..]}'",
            _ when value.Value.StartsWith("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase) => value.Value,
            _ => $"({value.Value})",
        };

        // Texts and bytes of any length have only expressions for defaults (catalogue row S-40).
        var isLong = column.Type.Name.EndsWith("text", StringComparison.Ordinal) || column.Type.Name.EndsWith("blob", StringComparison.Ordinal) || column.Type.Name == "json";
        return isLong && value.Kind != ColumnDefaultKind.Expression ? $"({text})" : text;
    }

    internal static string Index(TableIndex index)
    {
        var kind = index.IsUnique ? "UNIQUE KEY" : index.Method is "fulltext" or "spatial" ? $"{index.Method.ToUpperInvariant()} KEY" : "KEY";
        return $"{kind} {Quote(index.Name)} ({string.Join(", ", index.Parts.Select(Part))})"
            + $"{(index.Method == "hash" ? " USING HASH" : "")}{(index.IsVisible ? "" : " INVISIBLE")}{(index.Comment is null ? "" : $" COMMENT {Literal(index.Comment)}")}"
            + (index.Parser is null ? "" : $" WITH PARSER {Quote(index.Parser)}");
    }

    private static string Part(IndexPart part) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(part.Column is { } column ? Quote(column) : $"({part.Expression})")}{(part.PrefixLength is { } length ? $"({length})" : "")}{(part.IsDescending ? " DESC" : "")}");

    internal static string ForeignKey(ForeignKey key) =>
        $"CONSTRAINT {Quote(key.Name ?? string.Empty)} FOREIGN KEY ({List(key.Columns)}) REFERENCES {Principal(key.PrincipalTable)} ({List(key.PrincipalColumns)})"
        + $"{Action("DELETE", key.OnDelete)}{Action("UPDATE", key.OnUpdate)}";

    /// <summary>A table of another database is named with it.</summary>
    private static string Principal(string name) => string.Join('.', name.Split('.', 2).Select(Quote));

    private static string Action(string @event, ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => string.Empty,
        ReferentialAction.Restrict => $" ON {@event} RESTRICT",
        ReferentialAction.Cascade => $" ON {@event} CASCADE",
        ReferentialAction.SetNull => $" ON {@event} SET NULL",
        ReferentialAction.SetDefault => $" ON {@event} SET DEFAULT",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    internal static string Check(CheckConstraint check) =>
        $"CONSTRAINT {Quote(check.Name ?? string.Empty)} CHECK ({check.Expression}){(check.IsEnforced ? "" : " NOT ENFORCED")}";

    /// <summary>The row format is named only where it is not what every table has: naming it is itself an option.</summary>
    private static string Options(Table table)
    {
        string[] options =
        [
            table.Options.TryGetValue("engine", out var engine) ? $" ENGINE={engine}" : string.Empty,
            table.Collation is null ? string.Empty : $" COLLATE={table.Collation}",
            table.Options.TryGetValue("row_format", out var format) && !format.Equals("Dynamic", StringComparison.Ordinal) ? $" ROW_FORMAT={format}" : string.Empty,
            table.Comment is null ? string.Empty : $" COMMENT={Literal(table.Comment)}",
            table.Options.TryGetValue("partitions", out var partitions) ? $" PARTITION BY {partitions}" : string.Empty,
        ];
        return string.Concat(options);
    }

    private static string Literal(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));
}
