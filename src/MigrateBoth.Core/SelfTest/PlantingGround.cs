using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest;

/// <summary>A migrated schema seen as a place to plant defects in: which objects there are, and how a defect of them has to be called.</summary>
public sealed class PlantingGround
{
    private readonly Dictionary<string, Table> _twins;
    private readonly HashSet<string> _principals;

    /// <summary>Analyzes the schema.</summary>
    /// <param name="schema">The schema that is planted in.</param>
    /// <param name="other">The other engine's.</param>
    /// <param name="terms">The engine's words.</param>
    public PlantingGround(DatabaseSchema schema, DatabaseSchema other, PlantingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(other);
        (Schema, Terms) = (schema, terms);
        _twins = other.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        _principals = schema.Tables.SelectMany(table => table.ForeignKeys).Select(key => key.PrincipalTable).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // A trigger would go with the table that is recreated, and what a reader did not understand cannot be written again.
        var untouchable = schema.Triggers.Select(trigger => trigger.Table)
            .Concat(schema.Unread.Select(item => item.Path?.Table).OfType<string>())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Tables = [.. schema.Tables.Where(table => _twins.ContainsKey(table.Name) && !untouchable.Contains(table.Name))];
    }

    /// <summary>The engine that is planted in.</summary>
    public Engine Engine => Schema.Engine;

    /// <summary>The schema that is planted in.</summary>
    public DatabaseSchema Schema { get; }

    /// <summary>The engine's words.</summary>
    public PlantingTerms Terms { get; }

    /// <summary>The tables that both engines have under one name and that can be recreated.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>The same table on the other engine.</summary>
    public Table Twin(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _twins[table.Name];
    }

    /// <summary>Whether a foreign key refers to the table.</summary>
    public bool IsPrincipal(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _principals.Contains(table.Name);
    }

    /// <summary>A name that nothing in the schema has.</summary>
    public string NewName(string name)
    {
        var taken = Schema.Tables.SelectMany(table => table.Columns.Select(column => column.Name)
                .Concat(table.Indexes.Select(index => index.Name))
                .Concat(table.ForeignKeys.Select(key => key.Name ?? string.Empty))
                .Concat(table.Checks.Select(check => check.Name ?? string.Empty))
                .Append(table.Name))
            .Concat(Schema.Views.Select(view => view.Name))
            .Concat(Schema.Triggers.Select(trigger => trigger.Name))
            .Concat(Schema.Unread.Select(item => item.Path?.Name ?? item.Path?.Table).OfType<string>())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}{number}").First(candidate => !taken.Contains(candidate));
    }

    /// <summary>A defect of a kind of difference that both stages must see at one object.</summary>
    public static Defect Seen(ObjectPath path, SchemaEdit edit, params IReadOnlyList<DifferenceKind> kinds) => new(path, edit, [.. At(path, kinds)]);

    /// <summary>A defect that only the comparison with the model can see: the engines have nothing of the kind in common.</summary>
    public static Defect SeenInDrift(ObjectPath path, SchemaEdit edit, params IReadOnlyList<DifferenceKind> kinds) =>
        new(path, edit, [Sighted(StageNames.Drift, RuleSet.Drift, path, kinds)]);

    /// <summary>A defect that only the comparison of the engines can see: EF Core knows nothing of the kind.</summary>
    public static Defect SeenInParity(ObjectPath path, SchemaEdit edit, params IReadOnlyList<DifferenceKind> kinds) =>
        new(path, edit, [Sighted(StageNames.Parity, RuleSet.Parity, path, kinds)]);

    /// <summary>A defect by which an object is gone.</summary>
    public Defect Gone(ObjectPath path, SchemaEdit edit, DifferenceKind missing, DifferenceKind extra) => new(path, edit, GoneAt(path, missing, extra));

    /// <summary>A defect by which there is an object too many.</summary>
    public Defect Added(ObjectPath path, SchemaEdit edit, DifferenceKind missing, DifferenceKind extra) => new(path, edit, AddedAt(path, missing, extra));

    /// <summary>A defect by which an object is gone and another has come.</summary>
    public Defect Renamed(ObjectPath from, ObjectPath to, SchemaEdit edit, DifferenceKind missing, DifferenceKind extra) =>
        new(from, edit, [.. GoneAt(from, missing, extra), .. AddedAt(to, missing, extra)]);

    /// <summary>A defect that gives an object another name: the comparison names it as its left side does.</summary>
    public Defect Renamed(ObjectPath from, ObjectPath to, SchemaEdit edit, DifferenceKind kind) => new(
        from,
        edit,
        [
            Sighted(StageNames.Drift, RuleSet.Drift, from, [kind]),
            Sighted(StageNames.Parity, RuleSet.Parity, Engine == Engine.Sqlite ? to : from, [kind]),
        ]);

    /// <summary>What both stages have to find at an object.</summary>
    public static IEnumerable<Sighting> At(ObjectPath path, IReadOnlyList<DifferenceKind> kinds) =>
        [Sighted(StageNames.Drift, RuleSet.Drift, path, kinds), Sighted(StageNames.Parity, RuleSet.Parity, path, kinds)];

    private List<Sighting> GoneAt(ObjectPath path, DifferenceKind missing, DifferenceKind extra) =>
    [
        Sighted(StageNames.Drift, RuleSet.Drift, path, [missing]),
        Sighted(StageNames.Parity, RuleSet.Parity, path, [Engine == Engine.Sqlite ? extra : missing]),
    ];

    private List<Sighting> AddedAt(ObjectPath path, DifferenceKind missing, DifferenceKind extra) =>
    [
        Sighted(StageNames.Drift, RuleSet.Drift, path, [extra]),
        Sighted(StageNames.Parity, RuleSet.Parity, path, [Engine == Engine.Sqlite ? missing : extra]),
    ];

    private static Sighting Sighted(string stage, IReadOnlyList<DifferenceRule> rules, ObjectPath path, IReadOnlyList<DifferenceKind> kinds) =>
        new(stage, path, [.. kinds.Select(kind => RuleSet.For(rules, kind).Id)]);
}
