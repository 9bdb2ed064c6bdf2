using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Core.Execution;

/// <summary>Determines whether an expression reads the clock, and how far the two engines' results may differ.</summary>
internal static class Clocks
{
    /// <summary>Both sessions tell the time in UTC; one engine is asked a little after the other.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(2);

    /// <summary>Where the machine's time zone is requested, only the zone that each engine knows could say more.</summary>
    private static readonly TimeSpan BetweenZones = TimeSpan.FromHours(26);

    private static readonly string[] Always =
        ["current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "now", "utc_timestamp", "utc_date", "utc_time", "curdate", "curtime", "sysdate"];

    /// <summary>SQLite's, which mean now without arguments only.</summary>
    private static readonly string[] WithoutArguments = ["datetime", "date", "time", "unixepoch", "julianday", "strftime"];

    public static TimeSpan ToleranceOf(ExpressionPair pair)
    {
        var (left, right) = (SqlTokenizer.Tokenize(pair.Left, SqlDialect.Sqlite) ?? [], SqlTokenizer.Tokenize(pair.Right, SqlDialect.MySql) ?? []);
        return !Asks(left) && !Asks(right) ? TimeSpan.Zero : left.Any(token => IsText(token, "localtime")) ? BetweenZones : Between;
    }

    private static bool Asks(IReadOnlyList<SqlToken> tokens) =>
        tokens.Where((token, at) => IsText(token, "now")
            || (token.Kind == SqlTokenKind.Word
                && (Always.Contains(token.Text) || (WithoutArguments.Contains(token.Text) && At(tokens, at + 1).IsSymbol("(") && At(tokens, at + 2).IsSymbol(")"))))).Any();

    private static bool IsText(SqlToken token, string text) => token.Kind == SqlTokenKind.String && token.Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static SqlToken At(IReadOnlyList<SqlToken> tokens, int at) => at < tokens.Count ? tokens[at] : default;
}
