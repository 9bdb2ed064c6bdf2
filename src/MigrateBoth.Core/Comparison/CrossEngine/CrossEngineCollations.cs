using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Compares how text is compared. Where both columns merely follow their database's default the difference is the databases', and is
/// reported once (catalogue row C-01); a column that departs from the default speaks for itself.
/// </summary>
internal sealed class CrossEngineCollations(CrossEngineTypes types)
{
    public Judgement Judge(ColumnPair columns) =>
        Differ(columns) && !FollowDefaults(columns)
            ? Judgement.Differs($"{Describe(columns.Tables.LeftSchema, columns.Left)}, {Describe(columns.Tables.RightSchema, columns.Right)}")
            : Judgement.Equal;

    public IReadOnlyList<SchemaDifference> Databases(DatabaseSchema left, DatabaseSchema right)
    {
        var affected = Columns(left, right).Where(columns => Differ(columns) && FollowDefaults(columns)).ToList();
        if (affected.Count == 0)
        {
            return [];
        }

        var keys = affected.Count(columns => IsInKey(columns.Tables.Left, columns.Left));
        return
        [
            new SchemaDifference
            {
                Kind = DifferenceKind.DatabaseCollation,
                ObjectKind = ObjectKind.Database,
                Object = "database",
                LeftEngine = left.Engine,
                RightEngine = right.Engine,
                Left = left.DefaultCollation ?? "BINARY",
                Right = right.DefaultCollation ?? "BINARY",
                LeftCanonical = Collations.Describe(left.DefaultCollation),
                RightCanonical = Collations.Describe(right.DefaultCollation),
                Detail = $"{affected.Count} text column{(affected.Count == 1 ? "" : "s")}, {keys} of them in a key or unique index",
            },
        ];
    }

    private bool Differ(ColumnPair columns) =>
        Collations.IgnoresCase(columns.Left.Collation) != Collations.IgnoresCase(columns.Right.Collation)
        && HoldsText(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left)
        && HoldsText(columns.Tables.RightSchema, columns.Tables.Right, columns.Right);

    /// <summary>The text of a Guid is the provider's business: the application never sees its case (catalogue row S-17).</summary>
    private bool HoldsText(DatabaseSchema schema, Table table, Column column)
    {
        var family = types.FamilyOf(schema, table, column);
        var isGuid = family == TypeFamilies.Guid || (family.HasFlag(TypeFamilies.Guid) && column.Type is { Name: "char", Length: 36 });
        return !isGuid && (family == TypeFamilies.None || family.HasFlag(TypeFamilies.Text) || family.HasFlag(TypeFamilies.Json));
    }

    private static bool FollowDefaults(ColumnPair columns) =>
        Collations.Same(columns.Left.Collation, columns.Tables.LeftSchema.DefaultCollation)
        && Collations.Same(columns.Right.Collation, columns.Tables.RightSchema.DefaultCollation);

    private static string Describe(DatabaseSchema schema, Column column) =>
        $"{Collations.Describe(column.Collation)} on {schema.Engine.DisplayName()}";

    private static IEnumerable<ColumnPair> Columns(DatabaseSchema left, DatabaseSchema right) =>
        from pair in left.Tables.Join(right.Tables, l => l.Name, r => r.Name, (l, r) => (l, r), StringComparer.OrdinalIgnoreCase)
        let l = pair.l
        let r = pair.r
        from columns in l.Columns.Join(r.Columns, c => c.Name, c => c.Name, (lc, rc) => (lc, rc), StringComparer.OrdinalIgnoreCase)
        let lc = columns.lc
        let rc = columns.rc
        select new ColumnPair(new TablePair(left, right, l, r), lc, rc);

    private static bool IsInKey(Table table, Column column) =>
        table.PrimaryKey?.Columns.Any(name => Names.Same(name, column.Name)) == true
        || IndexEntry.Of(table).Any(entry => entry.Index.IsUnique && entry.Columns.Any(name => Names.Same(name, column.Name)))
        || table.ForeignKeys.Any(key => key.Columns.Any(name => Names.Same(name, column.Name)));
}
