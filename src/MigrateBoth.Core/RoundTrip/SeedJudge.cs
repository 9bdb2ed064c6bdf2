namespace MigrateBoth.Core.RoundTrip;

/// <summary>Judges the rows that migrations insert into empty databases. Pure.</summary>
public static class SeedJudge
{
    /// <summary>Whether both engines got the same.</summary>
    public static IReadOnlyList<RoundTripFact> Between(Snapshot migrated)
    {
        ArgumentNullException.ThrowIfNull(migrated);
        var facts = new List<RoundTripFact>();
        foreach (var (table, differences) in RowParity.Compare(migrated))
        {
            facts.AddRange(differences.Values.GroupBy(value => value.Column).Select(column => Value(RoundTripFactKind.SeedsDiffer, table, [.. column], engine: null)));
            facts.AddRange(Only(RoundTripFactKind.SeedsDiffer, table, differences.LeftOnly, expected: true, engine: null));
            facts.AddRange(Only(RoundTripFactKind.SeedsDiffer, table, differences.RightOnly, expected: false, engine: null));
        }

        return facts;
    }

    /// <summary>Whether an engine's migrations insert what the model's HasData says. More than that may be there: not all rows come from the model.</summary>
    public static IReadOnlyList<RoundTripFact> AgainstModel(Engine engine, Snapshot fromModel, Snapshot migrated)
    {
        ArgumentNullException.ThrowIfNull(fromModel);
        ArgumentNullException.ThrowIfNull(migrated);
        var facts = new List<RoundTripFact>();
        foreach (var table in fromModel.Tables)
        {
            var seeds = fromModel.Of(engine, table.Name);
            if (seeds.Rows.Count == 0 || migrated.Find(engine, table.Name) is not { } other)
            {
                continue;
            }

            var columns = table.On(engine).Where(column => column.Kind != ValueKind.Unknown).Select(column => new SharedColumn(column.Name, column.Name, RowJudge.Sameness(column.Kind))).ToList();
            var differences = RowComparer.Compare(seeds, migrated.Of(engine, other.Name), columns, table.Key);
            facts.AddRange(differences.Values.GroupBy(value => value.Column).Select(column => Value(RoundTripFactKind.SeedsNotAsModelled, table, [.. column], engine)));
            facts.AddRange(Only(RoundTripFactKind.SeedsNotAsModelled, table, differences.LeftOnly, expected: true, engine));
        }

        return facts;
    }

    private static RoundTripFact Value(RoundTripFactKind kind, RowTable table, IReadOnlyList<ValueDifference> values, Engine? engine) => new()
    {
        Kind = kind,
        Engine = engine,
        Object = new ObjectPath(table.Name, values[0].Column),
        ObjectKind = ObjectKind.Column,
        Expected = ValueText.Show(values[0].Left),
        Actual = ValueText.Show(values[0].Right),
        Detail = $"the row {values[0].Row}{(values.Count > 1 ? $"; {values.Count} rows" : string.Empty)}",
        Count = values.Count,
    };

    private static IEnumerable<RoundTripFact> Only(RoundTripFactKind kind, RowTable table, IReadOnlyList<string> rows, bool expected, Engine? engine) => rows.Count == 0 ? [] :
    [
        new RoundTripFact
        {
            Kind = kind,
            Engine = engine,
            Object = new ObjectPath(table.Name),
            ObjectKind = ObjectKind.Table,
            Expected = expected ? rows[0] : null,
            Actual = expected ? null : rows[0],
            Detail = rows.Count == 1 ? "one row" : $"{rows.Count} rows",
            Count = rows.Count,
        },
    ];
}
