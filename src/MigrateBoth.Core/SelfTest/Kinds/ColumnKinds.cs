using System.Globalization;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

/// <summary>What can be wrong with columns on either engine.</summary>
internal static class ColumnKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("column-missing", "a column is not there", engine, ground =>
            from place in ground.Loose(column => true)
            where place.Table.Columns.Count > 1
            select ground.Gone(
                place.Table.Path(place.Column.Name),
                new ReplaceTable(place.Table, place.Table with { Columns = [.. place.Table.Columns.Where(column => !ReferenceEquals(column, place.Column))] }),
                DifferenceKind.MissingColumn,
                DifferenceKind.ExtraColumn)),
        new("column-missing-with-index", "a column is not there, and its index went with it", engine, ground =>
            from place in ground.Indexes(index => index.Parts is [{ Column: not null }])
            where !place.Index.Serves(place.Table) && place.Table.Indexes.Count(index => index.Parts.Any(part => part.Column == place.Index.Parts[0].Column)) == 1
            let column = place.Table.Columns.First(column => column.Name == place.Index.Parts[0].Column)
            where IsNamedNowhere(ground, place.Table, column)
            select ground.Gone(
                place.Table.Path(column.Name),
                new ReplaceTable(place.Table, place.Table with
                {
                    Columns = [.. place.Table.Columns.Where(candidate => !ReferenceEquals(candidate, column))],
                    Indexes = [.. place.Table.Indexes.Where(index => !ReferenceEquals(index, place.Index))],
                }),
                DifferenceKind.MissingColumn,
                DifferenceKind.ExtraColumn)),
        new("column-extra", "an optional column too many", engine, ground => Added(ground, isNullable: true, null)),
        new("column-extra-required", "a required column too many, with a default", engine, ground =>
            Added(ground, isNullable: false, new ColumnDefault(ColumnDefaultKind.Number, "0", "0"))),
        new("column-renamed", "a column under another name", engine, ground =>
            from place in ground.Loose(column => true)
            let name = ground.NewName($"{place.Column.Name}Old")
            select ground.Renamed(
                place.Table.Path(place.Column.Name),
                place.Table.Path(name),
                place.Table.With(place.Column, place.Column with { Name = name }),
                DifferenceKind.MissingColumn,
                DifferenceKind.ExtraColumn)),
        new("column-name-case", "a column's name in other case", engine, ground =>
            from place in ground.Loose(column => TableKinds.OtherCase(column.Name) != column.Name)
            let name = TableKinds.OtherCase(place.Column.Name)
            select ground.Renamed(
                place.Table.Path(place.Column.Name),
                place.Table.Path(name),
                place.Table.With(place.Column, place.Column with { Name = name }),
                DifferenceKind.NameCase)),
        Retyped("column-type-text-to-integer", "text made a whole number", engine, ground => ground.Terms.IsText, ground => ground.Terms.Integer),
        Retyped("column-type-text-to-bytes", "text made bytes", engine, ground => ground.Terms.IsText, ground => ground.Terms.Bytes),
        Retyped("column-type-integer-to-text", "a whole number made text", engine, ground => ground.Terms.IsInteger, ground => ground.Terms.Text),
        Retyped("column-type-integer-to-real", "a whole number made a floating point one", engine, ground => ground.Terms.IsInteger, ground => ground.Terms.Real),
        new("column-optional", "a required column accepts NULL", engine, ground =>
            from place in ground.Loose(column => !column.IsNullable)
            select PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, place.Column with { IsNullable = true }), DifferenceKind.Nullability)),
        new("column-required", "an optional column refuses NULL", engine, ground =>
            from place in ground.Loose(column => column.IsNullable && column.Default is null)
            select PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, place.Column with { IsNullable = false }), DifferenceKind.Nullability)),
        new("default-other", "another default", engine, ground =>
            from place in ground.Loose(column => column.Default is not null && ground.Terms.IsInteger(column))
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Default = Number(place.Column.Default!.Value == "113" ? 112 : 113) }),
                DifferenceKind.DefaultValue)),
        new("default-missing", "a default is not there", engine, ground =>
            from place in ground.Loose(column => column.Default is not null)
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Default = null }),
                DifferenceKind.DefaultValue,
                DifferenceKind.DefaultResidue)),
        Defaulted("default-extra", "a default on an optional column", engine, ground => column => column.IsNullable && ground.Terms.IsText(column), Text("none")),
        Defaulted("default-extra-null-in-quotes", "the text 'NULL' as a default", engine, ground => column => column.IsNullable && ground.Terms.IsText(column), Text("NULL")),
        Defaulted("default-extra-empty", "the empty text as a default", engine, ground => column => column.IsNullable && ground.Terms.IsText(column), Text(string.Empty)),
        Defaulted("default-extra-number", "a number as a default of an optional column", engine, ground => column => column.IsNullable && ground.Terms.IsInteger(column), Number(0)),
        new("default-extra-clock", "a default that asks the server's clock", engine, ground =>
            from place in ground.Loose(column => column.Default is null && ground.Terms.Clock(column) is not null)
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Default = ground.Terms.Clock(place.Column) }),
                DifferenceKind.DefaultValue)),
        new("default-residue", "the default that an added column was given for the rows that were there", engine, ground =>
            from place in ground.Loose(column => !column.IsNullable && column.Default is null && ground.Terms.IsInteger(column))
            where ground.Twin(place.Table).Columns.First(twin => twin.Name == place.Column.Name).Default is null
            select PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, place.Column with { Default = Number(0) }), DifferenceKind.DefaultResidue)),
        new("collation-ignores-case", "text that does not tell upper from lower case", engine, ground => Collated(ground, ground.Terms.IgnoringCase)),
        new("collation-ignores-blanks", "text that does not count blanks at the end", engine, ground => Collated(ground, ground.Terms.IgnoringBlanks)),
    ];

    private static DefectKind Retyped(string id, string title, Engine engine, Func<PlantingGround, Func<Column, bool>> which, Func<PlantingGround, string> type) =>
        new(id, title, engine, ground =>
            from place in ground.Loose(column => which(ground)(column) && column.Default is null)
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Type = StoreTypeParser.Parse(type(ground)), Collation = null, CharacterSet = null }),
                DifferenceKind.ColumnType));

    private static DefectKind Defaulted(string id, string title, Engine engine, Func<PlantingGround, Func<Column, bool>> which, ColumnDefault value) =>
        new(id, title, engine, ground =>
            from place in ground.Loose(column => which(ground)(column) && column.Default is null && ground.Terms.TakesLiteralDefault(column))
            select PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, place.Column with { Default = value }), DifferenceKind.DefaultValue));

    private static IEnumerable<Defect> Collated(PlantingGround ground, string collation) =>
        from place in ground.Loose(ground.Terms.IsText)
        where !string.Equals(place.Column.Collation, collation, StringComparison.OrdinalIgnoreCase)
            && ground.Terms.IsCollated(place.Column, ground.Twin(place.Table).Columns.First(twin => twin.Name == place.Column.Name))
        select PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, place.Column with { Collation = collation, CharacterSet = null }), DifferenceKind.Collation);

    private static IEnumerable<Defect> Added(PlantingGround ground, bool isNullable, ColumnDefault? value) =>
        from table in ground.Tables
        let column = new Column
        {
            Name = ground.NewName("AddedByHand"),
            Ordinal = table.Columns.Count + 1,
            Type = StoreTypeParser.Parse(ground.Terms.Integer),
            IsNullable = isNullable,
            Default = value,
        }
        select ground.Added(table.Path(column.Name), table.Plus(column), DifferenceKind.MissingColumn, DifferenceKind.ExtraColumn);

    private static bool IsNamedNowhere(PlantingGround ground, Table table, Column column) =>
        ground.LooseColumns(table with { Indexes = [] }).Any(candidate => ReferenceEquals(candidate, column));

    private static ColumnDefault Number(int value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return new ColumnDefault(ColumnDefaultKind.Number, text, text);
    }

    private static ColumnDefault Text(string value) => new(ColumnDefaultKind.Text, value, value);
}
