using System.Globalization;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Core.Execution;

/// <summary>
/// Plants faults into one side of pairs whose texts do not say that they are equal: rows that cannot tell a fault from the original prove nothing.
/// </summary>
internal static class Mutations
{
    /// <summary>How many faults a pair is tried with.</summary>
    private const int Most = 8;

    /// <summary>What a changed text begins with; the rows hold such texts, so that a condition on one can be told apart.</summary>
    internal const string Planted = "~";

    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["="] = "<>",
        ["=="] = "<>",
        ["<>"] = "=",
        ["!="] = "=",
        ["<"] = "<=",
        ["<="] = "<",
        [">"] = ">=",
        [">="] = ">",
    };

    /// <summary>A plan with the faults of these pairs in place of the pairs, and which pair each fault is of.</summary>
    public static (ExecutionPlan Plan, IReadOnlyDictionary<ExpressionPair, ExpressionPair> Originals) Plant(ExecutionPlan plan, IReadOnlySet<ExpressionPair> pairs)
    {
        var originals = new Dictionary<ExpressionPair, ExpressionPair>(ReferenceEqualityComparer.Instance);
        var planted = plan with
        {
            // A difference that only collations make must not stand in for one that the fault makes.
            IsNeutral = true,
            Obstacles = [],
            Tables = [.. plan.Tables.Select(OfTable).Where(table => table.Expressions.Count > 0)],
            Groups = [.. plan.Groups.Select(OfGroup).Where(group => group.Views.Any(view => view.Pair is not null) || group.Triggers.Count > 0)],
        };
        return (planted, originals);

        RowTable OfTable(RowTable table) => table with { Defaults = [], Expressions = [.. table.Expressions.Where(pairs.Contains).SelectMany(Faults)] };

        RelationGroup OfGroup(RelationGroup group) => group with
        {
            IsPlanted = true,
            Views = [.. group.Views.SelectMany(view => view.Pair is { } pair && pairs.Contains(pair) ? FaultyViews(view, pair).Prepend(view with { Pair = null }) : [view with { Pair = null }])],
            Triggers = [.. group.Triggers.Where(trigger => pairs.Contains(trigger.Pair)).SelectMany(trigger => Faults(trigger.Pair).Select(pair => trigger with { Pair = pair }))],
        };

        IEnumerable<PlannedView> FaultyViews(PlannedView view, ExpressionPair pair) =>
            Faults(pair).Select((fault, number) => Renamed(fault, view, $"mb_{originals.Count}_{number}"));

        static PlannedView Renamed(ExpressionPair fault, PlannedView view, string name) =>
            new(fault, view.Left with { Name = name, Definition = fault.Left }, view.Right with { Name = name });

        IReadOnlyList<ExpressionPair> Faults(ExpressionPair pair)
        {
            var faults = Texts(pair.Left).Take(Most).Select(text => pair with
            {
                Left = text,
                Triggers = pair.Triggers is { } triggers ? (triggers.Left with { Definition = text }, triggers.Right) : null,
            }).ToList();
            faults.ForEach(fault => originals[fault] = pair);
            return faults;
        }
    }

    /// <summary>The word by which a clause begins whose literals and symbols mean something else; empty where it ends.</summary>
    private static string? ClauseAt(IReadOnlyList<SqlToken> tokens, int at) => tokens[at] switch
    {
        { Kind: SqlTokenKind.Word, Text: "set" or "group" or "partition" } word => word.Text,
        { Kind: SqlTokenKind.Word, Text: "where" or "from" or "having" or "order" or "limit" or "union" or "rows" or "range" or "when" or "select" } => string.Empty,
        { Kind: SqlTokenKind.Symbol, Text: ";" } => string.Empty,
        _ => null,
    };

    /// <summary>The text with one number, text or comparison changed, for each of them.</summary>
    internal static IEnumerable<string> Texts(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql, SqlDialect.Sqlite) ?? [];
        string? clause = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            clause = ClauseAt(tokens, at) ?? clause;
            var other = tokens[at] switch
            {
                // An assignment is no comparison, and rows fall into the same groups by a value and by another one that is made of it.
                { Kind: SqlTokenKind.Symbol } when clause == "set" => null,
                { Kind: SqlTokenKind.String } when clause is "group" or "partition" => null,

                // What an EXISTS selects and a count counts says nothing.
                { Kind: SqlTokenKind.Number } when at > 0 && (tokens[at - 1].IsWord("select") || (at > 1 && tokens[at - 2].IsWord("count"))) => null,
                { Kind: SqlTokenKind.Number } number when decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value < 1e20m =>
                    (value == 1 ? 0 : value + 1).ToString(CultureInfo.InvariantCulture), // 2 is as true as 1.

                // The words of a refusal are no value.
                { Kind: SqlTokenKind.String } when at > 3 && tokens[at - 4].IsWord("raise") => null,
                { Kind: SqlTokenKind.String } text => text.Text.Length < 2 ? $"'{Planted}'" : $"'{Planted}{text.Text.Replace("'", "''", StringComparison.Ordinal)}'",
                { Kind: SqlTokenKind.Symbol } symbol => Opposites.GetValueOrDefault(symbol.Text),
                _ => null,
            };
            if (other is not null)
            {
                yield return string.Join(' ', tokens.Select((token, position) => position == at ? other : token.Raw));
            }
        }
    }
}
