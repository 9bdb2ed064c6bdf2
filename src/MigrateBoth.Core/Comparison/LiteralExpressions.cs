using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>
/// Compares expressions of one engine token by token, with nothing interpreted: only white space, comments and the letter case of words do not
/// count. A name may be quoted on one side, which is what SQLite's RENAME does to it; a quoted text that names nothing is a literal.
/// </summary>
internal sealed class LiteralExpressions
{
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _caseSensitive;

    private LiteralExpressions(DatabaseSchema left, DatabaseSchema right)
    {
        DatabaseSchema[] both = [left, right];
        var relations = both.SelectMany(schema => schema.Tables.Select(table => table.Name).Concat(schema.Views.Select(view => view.Name))).ToList();
        _names = both.SelectMany(schema => schema.Tables).SelectMany(table => table.Columns.Select(column => column.Name))
            .Concat(both.SelectMany(schema => schema.Views).SelectMany(view => view.Columns))
            .Concat(both.SelectMany(schema => schema.Triggers).Select(trigger => trigger.Name))
            .Concat(relations)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _caseSensitive = EngineTraits.Of(left).TellsTablesByCase && !left.FoldsTableNames && !right.FoldsTableNames
            ? relations.ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
    }

    /// <summary>Whether two texts of one engine are the same tokens.</summary>
    public static bool Same(DatabaseSchema leftSchema, DatabaseSchema rightSchema, string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return true;
        }

        var dialect = SqlDialect.Of(leftSchema.Engine);
        if (SqlTokenizer.Tokenize(left, dialect) is not { } leftRead || SqlTokenizer.Tokenize(right, dialect) is not { } rightRead)
        {
            return false;
        }

        var (leftTokens, rightTokens) = (WithoutNegatedParentheses(leftRead), WithoutNegatedParentheses(rightRead));
        if (leftTokens.Count != rightTokens.Count)
        {
            return false;
        }

        var comparison = new LiteralExpressions(leftSchema, rightSchema);
        return leftTokens.Zip(rightTokens).All(pair => comparison.Same(pair.First, pair.Second));
    }

    /// <summary>
    /// MySQL writes <c>-5</c> of a statement as <c>-5</c>, and as <c>-(5)</c> once it reads its own text again: a restored database has the parentheses.
    /// </summary>
    private static List<SqlToken> WithoutNegatedParentheses(IReadOnlyList<SqlToken> tokens)
    {
        var plain = new List<SqlToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            plain.Add(tokens[i]);
            if (tokens[i].Raw == "-" && i + 3 < tokens.Count && tokens[i + 1].Raw == "(" && tokens[i + 2].Kind == SqlTokenKind.Number && tokens[i + 3].Raw == ")")
            {
                plain.Add(tokens[i + 2]);
                i += 3;
            }
        }

        return plain;
    }

    private bool Same(SqlToken left, SqlToken right) =>
        left.Raw == right.Raw
        || (IsName(left) && IsName(right)
            && string.Equals(NameOf(left), NameOf(right), _caseSensitive.Contains(NameOf(left)) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));

    /// <summary>A word, or a quoted text that names something: anything else in quotes may be a literal.</summary>
    private bool IsName(SqlToken token) => token.Kind == SqlTokenKind.Word || (token.Kind == SqlTokenKind.Quoted && _names.Contains(token.Text));

    private static string NameOf(SqlToken token) => token.Kind == SqlTokenKind.Word ? token.Raw : token.Text;
}
