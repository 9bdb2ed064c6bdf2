using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql.Catalog;
using static MigrateBoth.MySql.SelfTest.MySqlDefects;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>What can be wrong with a column's type and attributes on MySQL alone.</summary>
internal static class MySqlTypeDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        Typed("column-type-wider-integer", "a wider integer", column => column.Type.Name is "int" or "smallint" or "mediumint", "bigint"),
        Typed("column-type-narrower-integer", "a narrower integer", column => column.Type.Name is "int" or "bigint", "smallint"),
        Typed("column-type-signless", "an integer without a sign", column => TypeFamilies.IsInteger(column.Type) && !column.Type.IsUnsigned && column.Type is not { Name: "tinyint", Precision: 1 }, column => $"{column.Type.Name} unsigned"),
        Typed("column-type-zerofill", "an integer filled up with zeros", column => column.Type is { Name: "int", IsUnsigned: false }, "int(8) unsigned zerofill"),
        Typed("column-type-boolean-to-byte", "a boolean made a byte", column => column.Type is { Name: "tinyint", Precision: 1 }, "tinyint"),
        Typed("column-type-integer-to-boolean", "an integer made a boolean", column => column.Type is { Name: "int", IsUnsigned: false }, "tinyint(1)"),
        Typed("column-type-decimal-to-double", "a decimal made a binary floating point number", column => column.Type.Name == "decimal", "double"),
        Typed("column-type-float", "a floating point number of half the digits", column => column.Type.Name == "double", "float"),
        Typed("column-precision", "a decimal of fewer digits", column => column.Type is { Name: "decimal", Precision: > 3 } && column.Type.Precision - 1 >= column.Type.Scale, column => $"decimal({column.Type.Precision - 1},{column.Type.Scale})"),
        Typed("column-scale", "a decimal of fewer places", column => column.Type is { Name: "decimal", Scale: > 0 }, column => $"decimal({column.Type.Precision},{column.Type.Scale - 1})"),
        Typed("column-whole-seconds", "a moment in whole seconds", column => column.Type is { Name: "datetime", Precision: > 0 }, "datetime"),
        Typed("column-type-date", "a date in place of a moment", column => column.Type.Name == "datetime", "date"),
        Typed("column-type-timestamp", "a time stamp in place of a moment", column => column.Type.Name == "datetime", "timestamp(6)"),
        Typed("column-type-text-of-64-kib", "text of at most 64 KiB in place of any length", column => column.Type.Name == "longtext", "text"),
        Typed("column-type-text-of-any-length", "text of any length in place of a limit", column => column.Type.Name == "varchar", "longtext"),
        Typed("column-type-json", "JSON in place of text", column => column.Type.Name == "longtext", "json"),
        Typed("column-type-char", "text filled up to a fixed length", column => column.Type is { Name: "varchar", Length: <= 255 }, column => $"char({column.Type.Length})"),
        Typed("column-type-enum", "a choice in place of text", column => column.Type.Name == "varchar", "enum('a','b')"),
        Typed("column-type-set", "a set in place of text", column => column.Type.Name == "varchar", "set('a','b')"),
        Typed("column-length-shorter", "text of fewer characters", column => column.Type is { Name: "varchar", Length: > 1 }, column => $"varchar({column.Type.Length - 1})"),
        Typed("column-length-longer", "text of more characters", column => column.Type is { Name: "varchar", Length: < 1000 }, column => $"varchar({column.Type.Length + 1})"),
        Typed("column-bytes-shorter", "bytes of a lower limit", column => column.Type is { Name: "varbinary", Length: > 1 }, column => $"varbinary({column.Type.Length - 1})"),
        Typed("column-type-blob-of-64-kib", "bytes of at most 64 KiB in place of any length", column => column.Type.Name == "longblob", "blob"),
        Kind("character-set-of-one-alphabet", "text of one alphabet", ground =>
            from place in ground.Loose(Terms.IsText)
            where place.Column.Default is null
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { CharacterSet = "latin1", Collation = "latin1_bin" }),
                DifferenceKind.Collation)),
        Kind("column-comment", "another comment on a column", ground =>
            from place in ground.Loose(column => true)
            select PlantingGround.SeenInDrift(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Comment = $"{place.Column.Comment} planted".Trim() }),
                DifferenceKind.Comment)),
        Kind("column-invisible", "a column that SELECT * leaves out", ground =>
            from place in ground.Loose(column => !column.IsInvisible)
            select PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, place.Column with { IsInvisible = true }), DifferenceKind.ColumnAttribute)),
        Kind("column-on-update", "a moment that every update sets", ground =>
            from place in ground.Loose(column => column.Type.Name is "datetime" && column.OnUpdate is null)
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { OnUpdate = Now(place.Column) }),
                DifferenceKind.ColumnAttribute)),
    ];

    private static DefectKind Typed(string id, string title, Func<Column, bool> which, string type) => Typed(id, title, which, _ => type);

    private static DefectKind Typed(string id, string title, Func<Column, bool> which, Func<Column, string> type) =>
        Kind(id, title, ground =>
            from place in ground.Loose(column => which(column) && column.Default is null)
            let planted = StoreTypeParser.Parse(type(place.Column))
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with
                {
                    Type = planted,
                    Collation = TypeFamilies.IsText(planted) ? place.Column.Collation : null,
                    CharacterSet = TypeFamilies.IsText(planted) ? place.Column.CharacterSet : null,
                }),
                DifferenceKind.ColumnType));
}
