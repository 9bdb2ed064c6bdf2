using MigrateBoth.Core.Comparison.Types;

namespace MigrateBoth.Core.Expressions.Rewriting;

/// <summary>Replaces engine-specific notation by a common form.</summary>
internal sealed class CrossEngineRewriter(SqlDialect dialect, Func<string, ExpressionColumn?> columns) : ExpressionRewriter
{
    private readonly ValueKinds _kinds = new(dialect, name => columns(name)?.Kind ?? TypeFamilies.None);

    private static readonly string[] NowFormats = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%f"];

    protected override SqlNode Function(SqlNode call, SqlNode original)
    {
        if (Moment(call) is { } moment)
        {
            return moment;
        }

        // MySQL's JSON text of a scalar is what SQLite's json_extract returns.
        if (call.Text == "json_unquote" && call.Arguments is [{ Kind: SqlNodeKind.Function, Text: "json_extract" } extract])
        {
            return extract with { Text = "json_value_text" };
        }

        if (SameByOtherName(call) is { } same)
        {
            return same;
        }

        // With several arguments SQLite's max and min are no aggregates.
        if (call is { Text: "max" or "min", Arguments.Count: > 1 } && dialect.Affinities)
        {
            return call with { Text = call.Text == "max" ? "greatest" : "least" };
        }

        if (dialect.Functions.Find(call.Text) is not { } function || !function.Holds(call.Arguments, [.. original.Arguments.Select(_kinds.Of)]))
        {
            Unknown(call.Text);
            return call;
        }

        var meaning = function.Meaning;
        return meaning switch
        {
            // MySQL writes count(0) for count(*).
            "count" when call.Arguments is [{ Kind: SqlNodeKind.Number or SqlNodeKind.Keyword }] => SqlNode.Function("count"),

            // MySQL writes round(x, 0) for round(x).
            "round" when call.Arguments is [var rounded, { Kind: SqlNodeKind.Number, Text: "0" }] => SqlNode.Function("round", rounded),
            "if" when call.Arguments.Count is 2 or 3 => SqlNode.Operation("case", call.Arguments),
            "mod" when call.Arguments.Count == 2 => SqlNode.Operation("%", call.Arguments),
            "concat_skipping_null" when call.Arguments.All(CannotBeNull) => call with { Text = "concat" },
            _ => call with { Text = meaning },
        };
    }

    protected override SqlNode DialectOperation(SqlNode operation, SqlNode original) => operation.Text switch
    {
        // Between whole numbers SQLite's / is MySQL's DIV; its %, bit operators and CAST to INTEGER cut off what MySQL keeps or rounds.
        "/" when dialect.DividesWholeNumbers && original.Arguments.All(_kinds.IsWhole) => operation with { Text = "div" },
        "%" or "&" or "|" or "<<" or ">>" or "unary~" when dialect.DividesWholeNumbers && original.Arguments.Any(_kinds.IsFraction) =>
            operation with { Text = operation.Text + CanonicalSql.CutsFractions },
        "cast" when dialect.DividesWholeNumbers && operation.Arguments[1].Text == "integer" && _kinds.IsFraction(original.Arguments[0]) =>
            operation with { Text = "cut" },
        "like" when IgnoresCase(operation) => operation with { Text = operation.Text + CanonicalSql.IgnoresCase },
        "unary+" when !dialect.PlusChangesComparison => operation.Arguments[0],
        "||" when dialect.PipesMeanOr => Logical(operation with { Text = "or" }),
        "||" => Concatenation(operation),
        "->>" => SqlNode.Function("json_value_text", operation.Arguments),
        "->" => SqlNode.Function("json_extract", operation.Arguments),
        "regexp" => SqlNode.Function("regexp", operation.Arguments),
        _ => operation,
    };

    /// <summary>
    /// Whether LIKE finds the letters of a pattern in a column in either case: SQLite's always does (catalogue row C-03), MySQL's goes by the column's collation.
    /// What a collation does to letters beyond ASCII is for rows to show.
    /// </summary>
    private bool IgnoresCase(SqlNode like) =>
        like.Arguments is [{ Kind: SqlNodeKind.Identifier } operand, { Kind: SqlNodeKind.String } pattern, ..] && pattern.Text.Any(char.IsAsciiLetter)
        && columns(operand.Text) is { } column && column.Kind.HasFlag(TypeFamilies.Text)
        && (dialect.LikeIgnoresCase || column.Collation?.EndsWith("_ci", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>a || b || c is one concatenation that is NULL when any part is, as MySQL's concat is.</summary>
    private static SqlNode Concatenation(SqlNode operation) =>
        SqlNode.Function("concat", [.. operation.Arguments.SelectMany(a => a.Is(SqlNodeKind.Function, "concat") ? a.Arguments : [a])]);

    /// <summary>The current date or time in all its spellings. Fractions and time zones are a matter of behaviour (catalogue row S-44).</summary>
    private SqlNode? Moment(SqlNode call)
    {
        var meaning = dialect.Functions.Find(call.Text)?.Meaning;
        if (meaning is "current_timestamp" or "current_date" or "current_time" && call.Arguments is [] or [{ Kind: SqlNodeKind.Number }])
        {
            return SqlNode.Function(meaning);
        }

        return (call.Text, call.Arguments) switch
        {
            ("utc_timestamp", _) => SqlNode.Function("current_timestamp"),
            ("utc_date", _) => SqlNode.Function("current_date"),
            ("utc_time", _) => SqlNode.Function("current_time"),
            ("datetime", [{ Kind: SqlNodeKind.String, Text: "now" }]) => SqlNode.Function("current_timestamp"),
            ("date", [{ Kind: SqlNodeKind.String, Text: "now" }]) => SqlNode.Function("current_date"),
            ("time", [{ Kind: SqlNodeKind.String, Text: "now" }]) => SqlNode.Function("current_time"),
            ("strftime", [{ Kind: SqlNodeKind.String } format, { Kind: SqlNodeKind.String, Text: "now" }]) when NowFormats.Contains(format.Text) =>
                SqlNode.Function("current_timestamp"),
            _ => null,
        };
    }

    private static SqlNode? SameByOtherName(SqlNode call) => (call.Text, call.Arguments) switch
    {
        ("locate", [var part, var text]) => SqlNode.Function("instr", text, part),
        ("date" or "time", [var moment]) => SqlNode.Operation("cast", moment, SqlNode.Atom(SqlNodeKind.Keyword, call.Text)),
        _ => null,
    };

    private bool CannotBeNull(SqlNode node) => node switch
    {
        { Kind: SqlNodeKind.String or SqlNodeKind.Number or SqlNodeKind.Binary } => true,
        { Kind: SqlNodeKind.Identifier } => columns(node.Text) is { IsNullable: false },
        { Kind: SqlNodeKind.Function, Text: "coalesce" } => node.Arguments.Any(CannotBeNull),
        { Kind: SqlNodeKind.Function, Text: "concat" or "lower" or "upper" or "trim" or "ltrim" or "rtrim" or "replace" or "substr" } =>
            node.Arguments.All(CannotBeNull),
        { Kind: SqlNodeKind.Operation, Text: "cast" } => CannotBeNull(node.Arguments[0]),
        _ => false,
    };
}
