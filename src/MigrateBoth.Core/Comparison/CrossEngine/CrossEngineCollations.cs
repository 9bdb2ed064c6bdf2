using System.Runtime.CompilerServices;
using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Compares how text is compared. Where both columns merely do as most columns of their database the difference is the databases', and is
/// reported once (catalogue row C-01); a column that deviates from the others speaks for itself. What the database calls its default says
/// less: models state collations column by column, and a server's default stays behind unused (S-60).
/// </summary>
internal sealed class CrossEngineCollations(CrossEngineTypes types)
{
    private readonly ConditionalWeakTable<DatabaseSchema, PrevailingCollations> _prevailing = [];

    public Judgement Judge(ColumnPair columns)
    {
        if (!Differ(columns) || ArePrevailing(columns))
        {
            return Judgement.Equal;
        }

        var (left, right) = Rules(columns);
        return Judgement.Differs(
            $"{left} on {columns.Tables.LeftSchema.Engine.DisplayName()}, {right} on {columns.Tables.RightSchema.Engine.DisplayName()}",
            left.IgnoresCase == right.IgnoresCase ? Severity.Warning : null);
    }

    public IReadOnlyList<SchemaDifference> Databases(DatabaseSchema left, DatabaseSchema right)
    {
        var affected = Columns(left, right).Where(columns => Differ(columns) && ArePrevailing(columns)).ToList();
        if (affected.Count == 0)
        {
            return [];
        }

        var (leftRule, rightRule) = Rules(affected[0]);
        var prevailing = Prevailing(left, right);
        var keys = affected.Count(columns => IsInKey(columns.Tables.Left, columns.Left));
        return
        [
            new SchemaDifference
            {
                Kind = DifferenceKind.DatabaseCollation,
                ObjectKind = ObjectKind.Database,
                Object = new ObjectPath("database"),
                LeftEngine = left.Engine,
                RightEngine = right.Engine,
                Left = prevailing.Left,
                Right = prevailing.Right,
                LeftCanonical = leftRule.ToString(),
                RightCanonical = rightRule.ToString(),
                Detail = $"{affected.Count} text column{(affected.Count == 1 ? "" : "s")}, {keys} of them in a key or unique index",
            },
        ];
    }

    private static (TextRule Left, TextRule Right) Rules(ColumnPair columns) => (
        TextRule.Of(columns.Tables.LeftSchema, columns.Left.Collation, columns.Left.CharacterSet),
        TextRule.Of(columns.Tables.RightSchema, columns.Right.Collation, columns.Right.CharacterSet));

    private bool Differ(ColumnPair columns) =>
        Rules(columns) is var (left, right)
        && left != right
        && HoldsText(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left)
        && HoldsText(columns.Tables.RightSchema, columns.Tables.Right, columns.Right);

    /// <summary>The text of a Guid is the provider's business: the application never sees its case (catalogue row S-17).</summary>
    private bool HoldsText(DatabaseSchema schema, Table table, Column column)
    {
        var family = types.FamilyOf(schema, table, column);
        var isGuid = family == TypeFamilies.Guid || (family.HasFlag(TypeFamilies.Guid) && column.Type is { Name: "char", Length: 36 });
        return !isGuid && (family == TypeFamilies.None || family.HasFlag(TypeFamilies.Text) || family.HasFlag(TypeFamilies.Json));
    }

    private bool ArePrevailing(ColumnPair columns)
    {
        var prevailing = Prevailing(columns.Tables.LeftSchema, columns.Tables.RightSchema);
        return Collations.Same(columns.Left.Collation, prevailing.Left) && Collations.Same(columns.Right.Collation, prevailing.Right);
    }

    /// <summary>
    /// The collation of most text columns on each side; among equals the database's default. Only what is text on both sides has a vote: to SQLite, dates
    /// and numbers can be text too, and json has no collation on MySQL.
    /// </summary>
    private PrevailingCollations Prevailing(DatabaseSchema left, DatabaseSchema right)
    {
        if (_prevailing.TryGetValue(left, out var known) && ReferenceEquals(known.OfRight, right))
        {
            return known;
        }

        var texts = Columns(left, right)
            .Where(columns => HoldsText(left, columns.Tables.Left, columns.Left) && HoldsText(right, columns.Tables.Right, columns.Right))
            .Where(columns => HasCollation(left, columns.Left) && HasCollation(right, columns.Right))
            .ToList();
        var found = new PrevailingCollations(Most(left, texts.Select(columns => columns.Left)), Most(right, texts.Select(columns => columns.Right)), right);
        _prevailing.AddOrUpdate(left, found);
        return found;
    }

    /// <summary>Where the engine gives every text column a collation, one without has none.</summary>
    private static bool HasCollation(DatabaseSchema schema, Column column) => schema.DefaultCollation is null || column.Collation is not null;

    private static string Most(DatabaseSchema schema, IEnumerable<Column> texts)
    {
        var fallback = schema.DefaultCollation ?? Collations.SqliteDefault;
        return texts.GroupBy(column => column.Collation ?? fallback, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Count())
            .ThenByDescending(same => Names.Same(same.Key, fallback))
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Key)
            .FirstOrDefault(fallback);
    }

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

    private sealed record PrevailingCollations(string Left, string Right, DatabaseSchema OfRight);
}
