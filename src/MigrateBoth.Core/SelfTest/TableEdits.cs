using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest;

/// <summary>Changes to a table, and what can be said of its columns.</summary>
public static class TableEdits
{
    /// <summary>The table with one column put in another's place.</summary>
    public static ReplaceTable With(this Table table, Column column, Column replacement) =>
        new(table, table with { Columns = [.. table.Columns.Select(candidate => ReferenceEquals(candidate, column) ? replacement : candidate)] });

    /// <summary>The table with one more column.</summary>
    public static ReplaceTable Plus(this Table table, Column column) => new(table, table with { Columns = [.. table.Columns, column] });

    /// <summary>The table with one index put in another's place.</summary>
    public static ReplaceTable With(this Table table, TableIndex index, params TableIndex[] replacement) =>
        new(table, table with { Indexes = [.. table.Indexes.SelectMany(candidate => ReferenceEquals(candidate, index) ? replacement : [candidate])] });

    /// <summary>The table with one more index.</summary>
    public static ReplaceTable Plus(this Table table, TableIndex index) => new(table, table with { Indexes = [.. table.Indexes, index] });

    /// <summary>The table with one foreign key put in another's place.</summary>
    public static ReplaceTable With(this Table table, ForeignKey key, params ForeignKey[] replacement) =>
        new(table, table with { ForeignKeys = [.. table.ForeignKeys.SelectMany(candidate => ReferenceEquals(candidate, key) ? replacement : [candidate])] });

    /// <summary>The table with one check put in another's place.</summary>
    public static ReplaceTable With(this Table table, CheckConstraint check, params CheckConstraint[] replacement) =>
        new(table, table with { Checks = [.. table.Checks.SelectMany(candidate => ReferenceEquals(candidate, check) ? replacement : [candidate])] });

    /// <summary>The table with an option, or without it.</summary>
    public static ReplaceTable WithOption(this Table table, string option, string value) =>
        new(table, table with { Options = new Dictionary<string, string>(table.Options) { [option] = value } });

    /// <summary>The path by which a finding names a part of the table.</summary>
    public static ObjectPath Path(this Table table, string name) => new(table.Name, name);

    /// <summary>
    /// Columns that nothing else is made of: no key, index, check or computation names them. What befalls one befalls nothing besides.
    /// </summary>
    public static IEnumerable<Column> LooseColumns(this PlantingGround ground, Table table)
    {
        var tied = ground.Tied(table);
        var texts = Texts(table).ToList();
        return table.Columns.Where(column =>
            column.Generated is null && !column.IsIdentity && !tied.Contains(column.Name)
            && !texts.Exists(text => text.Contains(column.Name, StringComparison.OrdinalIgnoreCase))
            && ground.Twin(table).Columns.Any(twin => twin.Name == column.Name));
    }

    /// <summary>Every table with each of its loose columns of some sort.</summary>
    public static IEnumerable<(Table Table, Column Column)> Loose(this PlantingGround ground, Func<Column, bool> predicate) =>
        from table in ground.Tables
        from column in ground.LooseColumns(table)
        where predicate(column)
        select (table, column);

    /// <summary>Every table with each of its indexes of some sort that the other engine has under the same name.</summary>
    public static IEnumerable<(Table Table, TableIndex Index)> Indexes(this PlantingGround ground, Func<TableIndex, bool> predicate) =>
        from table in ground.Tables
        from index in table.Indexes
        where ground.Twin(table).Indexes.Any(twin => twin.Name == index.Name) && predicate(index)
            && !table.ForeignKeys.Any(key => string.Equals(key.Name, index.Name, StringComparison.OrdinalIgnoreCase))
        select (table, index);

    /// <summary>Every table with each of its foreign keys of some sort that the other engine has under the same name.</summary>
    public static IEnumerable<(Table Table, ForeignKey Key)> ForeignKeys(this PlantingGround ground, Func<ForeignKey, bool> predicate) =>
        from table in ground.Tables
        from key in table.ForeignKeys
        where key.Name is not null && ground.Twin(table).ForeignKeys.Any(twin => twin.Name == key.Name) && predicate(key)
        select (table, key);

    /// <summary>Every table with each of its checks that the other engine has under the same name.</summary>
    public static IEnumerable<(Table Table, CheckConstraint Check)> Checks(this PlantingGround ground) =>
        from table in ground.Tables
        from check in table.Checks
        where check.Name is not null && ground.Twin(table).Checks.Any(twin => twin.Name == check.Name)
        select (table, check);

    /// <summary>Whether a foreign key of the table could use the index: then the server guards it.</summary>
    public static bool Serves(this TableIndex index, Table table) => table.ForeignKeys.Any(key =>
        index.Parts.Count >= key.Columns.Count && key.Columns.SequenceEqual(index.Parts.Take(key.Columns.Count).Select(part => part.Column), StringComparer.OrdinalIgnoreCase));

    private static HashSet<string> Tied(this PlantingGround ground, Table table) =>
    [
        .. table.PrimaryKey?.Columns ?? [],
        .. table.UniqueConstraints.SelectMany(constraint => constraint.Columns),
        .. table.Indexes.SelectMany(index => index.Parts).Select(part => part.Column).OfType<string>(),
        .. table.ForeignKeys.SelectMany(key => key.Columns),
        .. ground.Schema.Tables.SelectMany(candidate => candidate.ForeignKeys)
            .Where(key => string.Equals(key.PrincipalTable, table.Name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(key => key.PrincipalColumns),
    ];

    private static IEnumerable<string> Texts(Table table) =>
    [
        .. table.Checks.Select(check => check.Expression),
        .. table.Columns.Select(column => column.Generated?.Expression).OfType<string>(),
        .. table.Columns.Select(column => column.Default).OfType<ColumnDefault>().Where(value => value.Kind == ColumnDefaultKind.Expression).Select(value => value.Value),
        .. table.Indexes.SelectMany(index => index.Parts).Select(part => part.Expression).OfType<string>(),
        .. table.Indexes.Select(index => index.Filter).OfType<string>(),
    ];
}
