using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>The only structural differ: compares two catalogs according to a profile.</summary>
public static class SchemaComparer
{
    /// <summary>Compares two catalogs.</summary>
    /// <param name="left">The expected side.</param>
    /// <param name="right">The actual side.</param>
    /// <param name="profile">What is compared and what counts as equal.</param>
    public static SchemaComparison Compare(DatabaseSchema left, DatabaseSchema right, ComparisonProfile profile)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(profile);

        var log = new ComparisonLog(left, right);
        foreach (var difference in profile.Databases(left, right))
        {
            log.Add(difference);
        }

        log.Count();
        var tables = Matched<Table>.Of(
            left.Tables,
            right.Tables,
            (l, r) => string.Equals(l.Name, r.Name, StringComparison.Ordinal),
            (l, r) => Names.Same(l.Name, r.Name));

        AddAbsent(log, tables);
        var comparer = new TableComparer(log, profile);
        var pairs = tables.Pairs.Select(pair => new TablePair(left, right, pair.Left, pair.Right)).ToList();

        // Columns of all tables come first: what is absent explains the constraints of other tables too.
        foreach (var pair in pairs)
        {
            comparer.CompareColumns(pair);
        }

        foreach (var pair in pairs)
        {
            comparer.CompareConstraints(pair);
        }

        new UnreadComparer(log, profile).Compare(left, right);
        if (profile.ComparesViewsAndTriggers)
        {
            new ViewComparer(log, profile).Compare(left, right);
            new TriggerComparer(log, profile).Compare(left, right);
        }

        return log.Conclude();
    }

    private static void AddAbsent(ComparisonLog log, Matched<Table> tables)
    {
        foreach (var table in tables.LeftOnly)
        {
            log.Absences.Add(table);
            log.Count();
            log.Add(log.Difference(DifferenceKind.MissingTable, ObjectKind.Table, new ObjectPath(table.Name), Texts.Of(table), null) with { LeftDefinition = Definitions.Of(table) });
        }

        foreach (var table in tables.RightOnly)
        {
            log.Absences.Add(table);
            log.Count();
            log.Add(log.Difference(DifferenceKind.ExtraTable, ObjectKind.Table, new ObjectPath(table.Name), null, Texts.Of(table)) with { RightDefinition = Definitions.Of(table) });
        }
    }
}
