using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Execution;

/// <summary>Decides which expressions are run over which rows. Pure: the same catalogs give the same plan.</summary>
public static class ExecutionPlanner
{
    private const int Combinations = 600;
    private const int MostRelationRows = 120;
    private const int RelationCombinations = 800;

    /// <summary>Makes the plan.</summary>
    /// <param name="schemas">The two catalogs.</param>
    /// <param name="pairs">The expressions that a comparison of them takes for equal; SQLite is the left side.</param>
    /// <param name="models">The two models, or null: they know best what a column holds.</param>
    public static ExecutionPlan Plan(EnginePair<DatabaseSchema> schemas, IReadOnlyList<ExpressionPair> pairs, EnginePair<EngineModel>? models)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        ArgumentNullException.ThrowIfNull(pairs);
        var obstacles = new List<ExpressionVerdict>();
        var tables = pairs.Where(pair => pair is { Tables: not null, Use: not ExpressionUse.Trigger })
            .GroupBy(pair => pair.Tables!.Left.Name, StringComparer.Ordinal)
            .Select(group => OfTable(group.First().Tables!, [.. group], models, obstacles))
            .Where(table => table.Expressions.Count + table.Defaults.Count > 0)
            .ToList();
        var groups = pairs.Where(pair => pair.Use is ExpressionUse.View or ExpressionUse.Trigger)
            .GroupBy(ExecutionJudge.FoldsLetters)
            .Select(group => Group(schemas, models, [.. group], isAscii: group.Key, obstacles))
            .ToList();
        return new ExecutionPlan { Tables = tables, Groups = groups, Obstacles = obstacles };
    }

    /// <summary>The same plan for some of its pairs, with texts compared letter by letter: what differs here too is not the collation's doing.</summary>
    public static ExecutionPlan Neutral(ExecutionPlan plan, IReadOnlySet<ExpressionPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(pairs);
        return plan with
        {
            IsNeutral = true,
            Tables = [.. plan.Tables.Select(table => table with { Expressions = [.. table.Expressions.Where(pairs.Contains)], Defaults = [.. table.Defaults.Where(pairs.Contains)] })
                .Where(table => table.Expressions.Count + table.Defaults.Count > 0)],
            Groups =
            [
                .. plan.Groups.Select(group => group with
                    {
                        Views = group.Views.Any(view => view.Pair is not null && pairs.Contains(view.Pair)) ? group.Views : [],
                        Triggers = [.. group.Triggers.Where(trigger => pairs.Contains(trigger.Pair))],
                    })
                    .Where(group => group.Views.Count + group.Triggers.Count > 0),
            ],
            Obstacles = [],
        };
    }

    private static RelationGroup Group(EnginePair<DatabaseSchema> schemas, EnginePair<EngineModel>? models, IReadOnlyList<ExpressionPair> pairs, bool isAscii, List<ExpressionVerdict> obstacles)
    {
        var views = pairs.Where(pair => pair.Use == ExpressionUse.View).ToList();
        var relations = Relations(schemas, models, pairs, isAscii);
        return new RelationGroup(
            relations,
            [
                .. from left in views.Count == 0 ? [] : schemas.Sqlite.Views
                   let right = schemas.MySql.Views.FirstOrDefault(view => Names.Same(view.Name, left.Name))
                   where right is not null
                   select new PlannedView(views.FirstOrDefault(pair => Names.Same(pair.Object.Table, left.Name)), left, right),
            ],
            [.. pairs.Where(pair => pair.Use == ExpressionUse.Trigger).Select(pair => OnItsTable(pair, relations, obstacles)).OfType<PlannedTrigger>()]);
    }

    private static RowTable OfTable(TablePair tables, IReadOnlyList<ExpressionPair> pairs, EnginePair<EngineModel>? models, List<ExpressionVerdict> obstacles)
    {
        var known = Columns(tables.Left, tables.Right, models).ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        var needed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var expressions = new List<ExpressionPair>();
        foreach (var pair in pairs.Where(pair => pair.Use != ExpressionUse.Default))
        {
            var mentioned = Mentioned(pair, tables.Left);
            if (mentioned.FirstOrDefault(column => !known.ContainsKey(column)) is { } unknown)
            {
                obstacles.Add(new ExpressionVerdict(pair, null, $"there are no test values for column {unknown}"));
                continue;
            }

            needed.UnionWith(mentioned);
            expressions.Add(pair);
        }

        var columns = known.Values.Where(column => needed.Contains(column.Name)).ToList();
        var neighbours = new Neighbours(expressions);
        return new RowTable(tables.Left, tables.Right, columns, BoundaryRows.Of(columns, neighbours.ValuesOf, columns.Count == 0 ? 0 : Combinations))
        {
            Expressions = expressions,
            Defaults = [.. pairs.Where(pair => pair.Use == ExpressionUse.Default)],
        };
    }

    /// <summary>The base columns that an expression refers to; those of a computed column that it refers to too.</summary>
    internal static HashSet<string> Mentioned(ExpressionPair pair, Table table)
    {
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Add(pair.Left, SqlDialect.Of(pair.Tables!.LeftSchema.Engine));
        Add(pair.Right, SqlDialect.Of(pair.Tables!.RightSchema.Engine));
        return columns;

        void Add(string text, SqlDialect dialect)
        {
            var names = SqlIdentifiers.In(text, dialect).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var column in table.Columns.Where(column => names.Contains(column.Name)))
            {
                if (column.Generated is null)
                {
                    columns.Add(column.Name);
                }
                else if (column.Name != pair.Column)
                {
                    Add(column.Generated.Expression, SqlDialect.Of(pair.Tables!.LeftSchema.Engine));
                }
            }
        }
    }

    private static IEnumerable<LogicalColumn> Columns(Table sqlite, Table mySql, EnginePair<EngineModel>? models)
    {
        var model = models?.MySql.Tables.FirstOrDefault(table => Names.Same(table.Name, mySql.Name));
        return from left in sqlite.Columns
               where left.Generated is null
               let right = mySql.Columns.FirstOrDefault(column => Names.Same(column.Name, left.Name))
               where right is { Generated: null }
               let column = LogicalColumns.Of(left, right, model?.Columns.FirstOrDefault(candidate => Names.Same(candidate.Name, left.Name)))
               where column is not null
               select column;
    }

    /// <summary>The tables that views and triggers refer to, directly or through other views.</summary>
    private static List<RowTable> Relations(EnginePair<DatabaseSchema> schemas, EnginePair<EngineModel>? models, IReadOnlyList<ExpressionPair> pairs, bool isAscii)
    {
        var words = pairs.Select(pair => (Pair: pair, Words: WordsOf(pair, schemas))).ToList();
        var mentioned = words.SelectMany(item => item.Words)
            .Concat(schemas.Sqlite.Views.SelectMany(view => SqlIdentifiers.In(view.Definition, SqlDialect.Sqlite)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var relations = new List<RowTable>();
        foreach (var left in schemas.Sqlite.Tables.Where(table => mentioned.Contains(table.Name)))
        {
            if (schemas.MySql.Tables.FirstOrDefault(table => Names.Same(table.Name, left.Name)) is { } right)
            {
                var columns = Columns(left, right, models).ToList();

                // Literals of expressions over other tables would leave no room for those of this one.
                var values = new Neighbours(words.Where(item => item.Words.Contains(left.Name)).Select(item => item.Pair)) { IsAsciiOnly = isAscii };
                relations.Add(new RowTable(left, right, columns, JoinableRows(left, columns, values)));
            }
        }

        return relations;
    }

    /// <summary>The words of a pair and of the views that it reads.</summary>
    private static HashSet<string> WordsOf(ExpressionPair pair, EnginePair<DatabaseSchema> schemas)
    {
        var words = SqlIdentifiers.In(pair.Left, SqlDialect.Sqlite).Concat(SqlIdentifiers.In(pair.Right, SqlDialect.MySql)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (pair.Triggers is { } triggers)
        {
            words.Add(triggers.Left.Table);
        }

        var unread = schemas.Sqlite.Views.ToList();
        while (unread.Find(view => words.Contains(view.Name)) is { } read)
        {
            words.UnionWith(SqlIdentifiers.In(read.Definition, SqlDialect.Sqlite));
            unread.Remove(read);
        }

        return words;
    }

    /// <summary>Rows whose keys are 1, 2, 3 and whose references lead to some of them, with boundary values in everything else.</summary>
    private static IReadOnlyList<IReadOnlyList<LogicalValue>> JoinableRows(Table table, List<LogicalColumn> columns, Neighbours neighbours)
    {
        var keys = table.PrimaryKey?.Columns.ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var unique = table.UniqueConstraints.SelectMany(constraint => constraint.Columns)
            .Concat(table.Indexes.Where(index => index.IsUnique).SelectMany(index => index.Parts.Select(part => part.Column ?? string.Empty)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var references = table.ForeignKeys.SelectMany(key => key.Columns).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var values = columns.ConvertAll(column => neighbours.ValuesOf(column).Where(value => !value.IsExtreme).ToList());

        // Every column goes through all of its values, each from a place of its own; then they are combined at random.
        var length = Math.Min(values.Select(list => list.Count).DefaultIfEmpty(0).Max(), MostRelationRows);
        var rows = Enumerable.Range(0, length).Select(number => (IReadOnlyList<LogicalValue>)[.. values.Select((list, at) => list[(number + (at * 3)) % list.Count])])
            .Concat(BoundaryRows.Combined(values, RelationCombinations));
        return
        [
            .. rows.Select((row, number) => columns
                .Select((column, at) => keys.Contains(column.Name) || unique.Contains(column.Name) ? Numbered(column, number + 1) ?? row[at]
                    : references.Contains(column.Name) && (row[at].Value is not null || !column.IsNullable) ? Numbered(column, (number % 5) + 1) ?? row[at]
                    : row[at])
                .ToList()),
        ];
    }

    /// <summary>A value for each number, so that keys are unique and references meet them; null for a kind that has too few.</summary>
    private static LogicalValue? Numbered(LogicalColumn column, int number) => column.Kind switch
    {
        LogicalKind.Integer or LogicalKind.Decimal => new LogicalValue((decimal)number),
        LogicalKind.Float => new LogicalValue((double)number),
        LogicalKind.Text when column.Values.Count == 0 => new LogicalValue(number.ToString("000", System.Globalization.CultureInfo.InvariantCulture)),
        LogicalKind.Guid => new LogicalValue(new Guid(number, 0, 0, new byte[8])),
        LogicalKind.Date => new LogicalValue(new DateOnly(2020, 1, 1).AddDays(number)),
        LogicalKind.DateTime => new LogicalValue(new DateTime(2020, 1, 1).AddDays(number)),
        _ => null,
    };

    private static PlannedTrigger? OnItsTable(ExpressionPair pair, List<RowTable> relations, List<ExpressionVerdict> obstacles)
    {
        if (relations.Find(table => Names.Same(table.Left.Name, pair.Triggers!.Value.Left.Table)) is { } table)
        {
            return new PlannedTrigger(pair, table);
        }

        obstacles.Add(new ExpressionVerdict(pair, null, "it is not on a table that both engines have"));
        return null;
    }
}
