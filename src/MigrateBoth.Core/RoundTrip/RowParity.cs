namespace MigrateBoth.Core.RoundTrip;

/// <summary>Whether the rows of both engines are the same. Pure.</summary>
public static class RowParity
{
    /// <summary>Whether both engines hold the same rows.</summary>
    /// <param name="migration">The migration's id.</param>
    /// <param name="after">The rows after the step.</param>
    /// <param name="known">What differed before, and so is no news; see <see cref="Differing"/>.</param>
    /// <param name="explained">Objects of which something worse is known.</param>
    public static IReadOnlyList<RoundTripFact> SameOnBoth(string migration, Snapshot after, IReadOnlySet<string> known, IReadOnlySet<ObjectPath> explained)
    {
        ArgumentNullException.ThrowIfNull(after);
        var facts = new List<RoundTripFact>();
        foreach (var (table, differences) in Compare(after))
        {
            var values = differences.Values.Where(value => !known.Contains(Key(table, value)) && !explained.Contains(new ObjectPath(table.Name, value.Column)));
            facts.AddRange(values.GroupBy(value => value.Column).Select(column => new RoundTripFact
            {
                Kind = RoundTripFactKind.DataDiffers,
                Migration = migration,
                Object = new ObjectPath(migration),
                ObjectKind = ObjectKind.Migration,
                Expected = ValueText.Show(column.First().Left),
                Actual = ValueText.Show(column.First().Right),
                Detail = $"{table.Name}.{column.Key} of the row {column.First().Row}",
                Place = new ObjectPath(table.Name, column.Key),
                Count = column.Count(),
            }));
            AddOnly(differences.LeftOnly, Engine.Sqlite);
            AddOnly(differences.RightOnly, Engine.MySql);

            void AddOnly(IReadOnlyList<string> rows, Engine engine)
            {
                var news = rows.Where(row => !known.Contains($"{table.Name}|{row}|{engine}") && !explained.Contains(new ObjectPath(table.Name))).ToList();
                if (news.Count > 0)
                {
                    facts.Add(new RoundTripFact
                    {
                        Kind = RoundTripFactKind.DataDiffers,
                        Migration = migration,
                        Object = new ObjectPath(migration),
                        ObjectKind = ObjectKind.Migration,
                        Expected = engine == Engine.Sqlite ? news[0] : null,
                        Actual = engine == Engine.MySql ? news[0] : null,
                        Detail = $"{table.Name}, of which {engine.DisplayName()} alone has {(news.Count == 1 ? "a row" : $"{news.Count} rows")}",
                        Place = new ObjectPath(table.Name),
                        Count = news.Count,
                    });
                }
            }
        }

        return facts;
    }

    /// <summary>What differs between the engines, as keys for <see cref="SameOnBoth"/>.</summary>
    public static IReadOnlySet<string> Differing(Snapshot snapshot) =>
        Compare(snapshot).SelectMany(item => item.Differences.Values.Select(value => Key(item.Table, value))
            .Concat(item.Differences.LeftOnly.Select(row => $"{item.Table.Name}|{row}|{Engine.Sqlite}"))
            .Concat(item.Differences.RightOnly.Select(row => $"{item.Table.Name}|{row}|{Engine.MySql}"))).ToHashSet(StringComparer.Ordinal);

    internal static IEnumerable<(RowTable Table, RowDifferences Differences)> Compare(Snapshot snapshot)
    {
        foreach (var table in snapshot.Tables.Where(table => table.Catalogs.Count > 1))
        {
            var columns = table.Columns.Where(column => column.Catalogs.Count > 1 && column.Kind != ValueKind.Unknown)
                .Select(column => new SharedColumn(column.Name, column.Name, RowJudge.Sameness(column.Kind))).ToList();
            var differences = RowComparer.Compare(snapshot.Of(Engine.Sqlite, table.Name), snapshot.Of(Engine.MySql, table.Name), columns, table.Key);
            if (differences.Values.Count + differences.LeftOnly.Count + differences.RightOnly.Count > 0)
            {
                yield return (table, differences);
            }
        }
    }

    private static string Key(RowTable table, ValueDifference value) => $"{table.Name}.{value.Column}|{value.Row}";
}
