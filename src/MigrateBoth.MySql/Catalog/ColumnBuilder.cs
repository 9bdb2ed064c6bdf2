using MigrateBoth.Core;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Makes a column of its row, and says what of the row it could not make out.</summary>
internal sealed class ColumnBuilder(ServerFlavor flavor, CatalogRows rows)
{
    private readonly HashSet<(string Table, string Column)> _jsonColumns = JsonColumns(flavor, rows);

    /// <summary>Whether the check is the one that MariaDB's JSON alias makes, which is part of the type.</summary>
    public bool IsPartOfType(CheckRow check) => _jsonColumns.Contains((check.Table, check.Name)) && IsJsonCheck(check);

    public (Column Column, IReadOnlyList<UnreadObject> Unread) Build(ColumnRow row)
    {
        var isJson = _jsonColumns.Contains((row.Table, row.Name));
        var type = isJson ? StoreTypeParser.Parse("json") with { Text = row.Type } : TypeOf(row);
        var extra = ColumnExtra.Parse(row.Extra);
        var column = new Column
        {
            Name = row.Name,
            Ordinal = row.Ordinal,
            Type = type,
            IsNullable = row.IsNullable,
            Default = extra.IsGenerated ? null : DefaultDecoder.Decode(row, type, flavor),
            Generated = extra.IsGenerated ? Generated(row, extra) : null,
            IsIdentity = extra.IsIdentity,
            Collation = isJson ? null : row.Collation,
            CharacterSet = isJson ? null : row.CharacterSet,
            Comment = row.Comment.Length > 0 ? row.Comment : null,
            OnUpdate = extra.OnUpdate,
            IsInvisible = extra.IsInvisible,
        };
        return (column, Unread(row, type, extra));
    }

    private static HashSet<(string Table, string Column)> JsonColumns(ServerFlavor flavor, CatalogRows rows)
    {
        if (!flavor.StoresJsonAsText)
        {
            return [];
        }

        var validated = rows.Checks.Where(IsJsonCheck).Select(c => (c.Table, c.Name)).ToHashSet();
        return rows.Columns
            .Where(c => c is { Type: "longtext", Collation: "utf8mb4_bin" } && validated.Contains((c.Table, c.Name)))
            .Select(c => (c.Table, c.Name))
            .ToHashSet();
    }

    /// <summary>MariaDB names a check on a column after the column.</summary>
    private static bool IsJsonCheck(CheckRow check) =>
        check.IsOfColumn && check.Clause == $"json_valid(`{check.Name.Replace("`", "``", StringComparison.Ordinal)}`)";

    private static StoreType TypeOf(ColumnRow row)
    {
        var type = StoreTypeParser.Parse(row.Type);

        // MySQL stopped to show integer widths in 8.0.19 and MariaDB has not: they mean nothing, save for tinyint(1), which is a boolean.
        var isWidthOnly = (TypeFamilies.IsInteger(type) && !type.Name.EndsWith(" zerofill", StringComparison.Ordinal) && type is not { Name: "tinyint", Precision: 1 })
            || type.Name == "year";
        type = isWidthOnly ? type with { Precision = null } : type;
        return row.SpatialReference is { } srid ? type with { Name = $"{type.Name} srid {srid}", Text = $"{row.Type} srid {srid}" } : type;
    }

    private GeneratedColumn Generated(ColumnRow row, ColumnExtra extra)
    {
        var expression = SqlText.Restore(row.GenerationExpression ?? string.Empty, flavor);
        return new GeneratedColumn(SqlText.WithoutOuterParentheses(expression), extra.IsStored);
    }

    private List<UnreadObject> Unread(ColumnRow row, StoreType type, ColumnExtra extra)
    {
        var unread = new List<UnreadObject>();
        var path = new ObjectPath(row.Table, row.Name);
        if (extra.Unknown.Length > 0)
        {
            unread.Add(new UnreadObject("column attribute", path, extra.Unknown, "this attribute is not known"));
        }

        if (!extra.IsGenerated && DefaultDecoder.Doubt(row, type, flavor) is { } doubt)
        {
            unread.Add(new UnreadObject("column default", path, row.Default!, doubt) { IsPartial = true });
        }

        if (type.Values.Any(value => value.Contains('?', StringComparison.Ordinal)) && flavor.LosesSupplementaryCharacters)
        {
            unread.Add(new UnreadObject("column type", path, row.Type, "the server's catalog shows '?' for every character it cannot represent") { IsPartial = true });
        }

        if (!extra.IsGenerated && row.Extra.Contains("DEFAULT_GENERATED", StringComparison.OrdinalIgnoreCase) && SqlText.Doubt(row.Default ?? string.Empty, flavor) is { } lost)
        {
            unread.Add(new UnreadObject("column default", path, row.Default!, lost) { IsPartial = true });
        }

        if (extra.IsGenerated && SqlText.Doubt(row.GenerationExpression ?? string.Empty, flavor) is { } reason)
        {
            unread.Add(new UnreadObject("generated column", path, row.GenerationExpression!, reason) { IsPartial = true });
        }

        return unread;
    }
}
