using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares foreign keys, matched by columns and principal: SQLite keeps names only in the table's text (catalogue row S-69).</summary>
internal sealed class ForeignKeyComparer(ComparisonLog log, ComparisonProfile profile)
{
    public void Compare(TablePair tables)
    {
        var keys = Matched<ForeignKey>.Of(
            tables.Left.ForeignKeys,
            tables.Right.ForeignKeys,
            (l, r) => SameColumns(l, r) && Names.Same(l.PrincipalTable, r.PrincipalTable) && l.Name is not null && Names.Same(l.Name, r.Name),
            (l, r) => SameColumns(l, r) && Names.Same(l.PrincipalTable, r.PrincipalTable),
            SameColumns,
            (l, r) => l.Name is not null && r.Name is not null && profile.SameName(l.Name, r.Name));

        foreach (var (left, right) in keys.Pairs)
        {
            Compare(tables, left, right);
        }

        foreach (var key in keys.LeftOnly)
        {
            AddUnmatched(tables, key, DifferenceKind.MissingForeignKey, Texts.Of(key), null);
        }

        foreach (var key in keys.RightOnly)
        {
            AddUnmatched(tables, key, DifferenceKind.ExtraForeignKey, null, Texts.Of(key));
        }
    }

    private static bool SameColumns(ForeignKey left, ForeignKey right) => Names.SameSet(left.Columns, right.Columns);

    private static ObjectPath PathOf(Table table, string? name, ForeignKey key) => new ObjectPath(table.Name, name ?? $"FOREIGN KEY {Texts.Of(key.Columns)}");

    private void AddUnmatched(TablePair tables, ForeignKey key, DifferenceKind kind, string? left, string? right)
    {
        var path = PathOf(tables.Left, key.Name, key);
        if (!log.Absences.Explain(path, tables.Left, key.Columns, key.PrincipalTable, key.PrincipalColumns))
        {
            log.Count();
            log.Add(log.Difference(kind, ObjectKind.ForeignKey, path, left, right));
        }
    }

    private void Compare(TablePair tables, ForeignKey left, ForeignKey right)
    {
        var path = PathOf(tables.Left, left.Name ?? right.Name, left);
        var judgements = Judge(tables, left, right);
        for (var i = 0; i < judgements.Count; i++)
        {
            log.Count();
        }

        var differing = judgements.Where(judgement => !judgement.IsEqual).ToList();
        if (differing.Count > 0 && !log.Absences.Explain(path, tables.Left, [.. left.Columns, .. right.Columns], left.PrincipalTable, left.PrincipalColumns))
        {
            log.Add(log.Difference(DifferenceKind.ForeignKeyDefinition, ObjectKind.ForeignKey, path, Texts.Of(left), Texts.Of(right)) with
            {
                Attributes = [.. differing.Select(judgement => judgement.Reason!)],
                Detail = string.Join(", ", differing.Select(judgement => judgement.Reason)),
                Weight = differing.All(judgement => judgement.Weight is not null) ? differing.Max(judgement => judgement.Weight) : null,
            });
        }

        if (left.Name is not null && right.Name is not null)
        {
            log.Compare(
                Judgement.EqualIf(profile.SameName(left.Name, right.Name)),
                _ => log.Difference(DifferenceKind.ObjectName, ObjectKind.ForeignKey, path, left.Name, right.Name));
        }
    }

    private List<Judgement> Judge(TablePair tables, ForeignKey left, ForeignKey right) =>
    [
        Attribute("principal table", Names.Same(left.PrincipalTable, right.PrincipalTable)),
        Attribute("columns", SameReferences(left, right)),
        Action("delete action", tables, left.OnDelete, right.OnDelete),
        Action("update action", tables, left.OnUpdate, right.OnUpdate),
        Attribute("deferral", left.IsDeferred == right.IsDeferred),
    ];

    /// <summary>Each column refers to the same column; the order of the pairs does not matter.</summary>
    private static bool SameReferences(ForeignKey left, ForeignKey right) =>
        left.Columns.Count == right.Columns.Count && Names.SameSet(References(left), References(right));

    private static IEnumerable<string> References(ForeignKey key) =>
        key.Columns.Zip(key.PrincipalColumns, (column, principal) => $"{column} -> {principal}");

    private Judgement Action(string name, TablePair tables, ReferentialAction left, ReferentialAction right) =>
        left == right || profile.SameAction(tables, left, right) ? Judgement.Equal
        : Judgement.Differs(name, IsRefusal(left) && IsRefusal(right) ? Severity.Warning : null);

    private static bool IsRefusal(ReferentialAction action) => action is ReferentialAction.NoAction or ReferentialAction.Restrict;

    private static Judgement Attribute(string name, bool isEqual) => isEqual ? Judgement.Equal : Judgement.Differs(name);
}
