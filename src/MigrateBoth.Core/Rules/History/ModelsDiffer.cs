using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB109: the model is not the same under both providers.</summary>
internal static class ModelsDiffer
{
    public static HistoryRule Rule { get; } = new("MB109", "The model differs between the providers", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts)
    {
        var (sqlite, mySql) = (Managed(facts.Models.Sqlite), Managed(facts.Models.MySql));
        foreach (var name in sqlite.Keys.Union(mySql.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            var (left, right) = (sqlite.GetValueOrDefault(name), mySql.GetValueOrDefault(name));
            if (left is null || right is null)
            {
                yield return OneSided(new ObjectPath(name), ObjectKind.Table, "table", left is null ? Engine.Sqlite : Engine.MySql);
                continue;
            }

            foreach (var found in Tables(left, right))
            {
                yield return found;
            }
        }

        foreach (var found in Expressions(facts.Models.Sqlite, facts.Models.MySql))
        {
            yield return found;
        }
    }

    /// <summary>Code that the model holds. Where the two sides store another type, their converters cannot be the same.</summary>
    private static IEnumerable<HistoryCase> Expressions(EngineModel left, EngineModel right)
    {
        var expressions = Matched<ModelExpression>.Of(left.Expressions, right.Expressions, (l, r) => l.Kind == r.Kind && l.Object == r.Object);
        return
        [
            .. expressions.Pairs.Where(pair => pair.Left.Structure != pair.Right.Structure).Select(pair => Expression(pair.Left, pair.Left.Text, pair.Right.Text)),
            .. expressions.Pairs.Where(pair => pair.Left.Structure == pair.Right.Structure && pair.Left.Opaque is not null).Select(pair => Opaque(pair.Left)),
            .. expressions.LeftOnly.Select(expression => Expression(expression, expression.Text, null)),
            .. expressions.RightOnly.Select(expression => Expression(expression, null, expression.Text)),
        ];

        HistoryCase Expression(ModelExpression expression, string? onSqlite, string? onMySql) => new()
        {
            Object = expression.Object,
            Kind = ObjectKind.Property,
            Message = $"The {expression.Kind} of {expression.Object} is {onSqlite.OrNothing()} under SQLite and {onMySql.OrNothing()} under MySQL.",
            Expected = onSqlite,
            Actual = onMySql,
            Advice = "Use one for both providers: look for a condition on the provider in OnModelCreating. Where the stored values have to differ, accept the finding with the reason.",
            Severity = StoresOtherType(left, right, expression.Object) ? Core.Severity.Warning : null,
        };
    }

    private static HistoryCase Opaque(ModelExpression expression) => new()
    {
        Object = expression.Object,
        Kind = ObjectKind.Property,
        Message = $"The {expression.Kind} of {expression.Object} uses an object that cannot be looked into ({expression.Opaque}); whether it does the same under both providers was not compared.",
        Expected = expression.Text,
        Actual = expression.Text,
        Advice = "Nothing has to be done if the object does not depend on the provider.",
        Severity = Core.Severity.Info,
    };

    private static bool StoresOtherType(EngineModel left, EngineModel right, ObjectPath property)
    {
        var types = new[] { left, right }.Select(model => model.Tables.SelectMany(table => table.Columns).FirstOrDefault(column => column.Property == property.ToString())?.ProviderClrType).ToList();
        return types[0] is not null && types[1] is not null && types[0] != types[1];
    }

    private static Dictionary<string, ModelTable> Managed(EngineModel model) =>
        model.Tables.Where(table => !table.IsExcludedFromMigrations)
            .DistinctBy(table => table.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(table => table.Name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<HistoryCase> Tables(ModelTable left, ModelTable right)
    {
        var columns = Matched<ModelColumn>.Of(left.Columns, right.Columns, (l, r) => Names.Same(l.Name, r.Name));
        return
        [
            .. columns.LeftOnly.Select(column => OneSided(new ObjectPath(left.Name, column.Name), ObjectKind.Property, "column", Engine.MySql)),
            .. columns.RightOnly.Select(column => OneSided(new ObjectPath(left.Name, column.Name), ObjectKind.Property, "column", Engine.Sqlite)),
            .. columns.Pairs.SelectMany(pair => Columns(left, pair.Left, pair.Right)),
            .. Checks(left, right),
        ];
    }

    private static IEnumerable<HistoryCase> Columns(ModelTable table, ModelColumn left, ModelColumn right) =>
        from facet in ModelFacet.All
        let values = (Left: facet.Value(left), Right: facet.Value(right))
        where !facet.Same(values.Left, values.Right)
        select new HistoryCase
        {
            Object = new ObjectPath(table.Name, left.Name),
            Kind = ObjectKind.Property,
            Message = $"The {facet.Name} of {left.Property} is {values.Left.OrNothing()} under SQLite and {values.Right.OrNothing()} under MySQL.",
            Expected = values.Left,
            Actual = values.Right,
            Advice = facet.Advice,
            Severity = facet.Severity,
        };

    private static IEnumerable<HistoryCase> Checks(ModelTable left, ModelTable right)
    {
        var checks = Matched<ModelCheck>.Of(left.Checks, right.Checks, (l, r) => l.Name == r.Name, (l, r) => ModelFacet.SameSql(l.Sql, r.Sql));
        return
        [
            .. checks.Pairs.Where(pair => !ModelFacet.SameSql(pair.Left.Sql, pair.Right.Sql)).Select(pair => Check(left, pair.Left.Name, pair.Left.Sql, pair.Right.Sql, Core.Severity.Info)),
            .. checks.LeftOnly.Select(check => Check(left, check.Name, check.Sql, null, Core.Severity.Warning)),
            .. checks.RightOnly.Select(check => Check(left, check.Name, null, check.Sql, Core.Severity.Warning)),
        ];
    }

    private static HistoryCase Check(ModelTable table, string name, string? left, string? right, Severity severity) => new()
    {
        Object = new ObjectPath(table.Name, name),
        Kind = ObjectKind.Check,
        Message = $"The check {name} of {table.Name} is {left.OrNothing()} under SQLite and {right.OrNothing()} under MySQL.",
        Expected = left,
        Actual = right,
        Advice = "Where one text means the same on both engines, use one; else make sure that both refuse the same rows.",
        Severity = severity,
    };

    private static HistoryCase OneSided(ObjectPath path, ObjectKind kind, string what, Engine lacking) => new()
    {
        Object = path,
        Kind = kind,
        Engine = lacking,
        Message = $"The {what} {path} is in the model under {lacking.Other().DisplayName()} and not under {lacking.DisplayName()}.",
        Expected = lacking == Engine.MySql ? path.ToString() : null,
        Actual = lacking == Engine.Sqlite ? path.ToString() : null,
        Advice = "Look for a condition on the provider in OnModelCreating or in a convention, and map the same on both.",
    };
}
