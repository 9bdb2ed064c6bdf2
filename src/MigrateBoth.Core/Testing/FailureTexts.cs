using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Testing;

/// <summary>Determines by their messages whether two failures have the same cause.</summary>
internal static partial class FailureTexts
{
    /// <summary>How each engine words one and the same refusal.</summary>
    private static readonly (string Sqlite, string MySql)[] Refusals =
    [
        ("UNIQUE constraint failed", "Duplicate entry"),
        ("FOREIGN KEY constraint failed", "foreign key constraint fails"),
        ("NOT NULL constraint failed", "cannot be null"),
        ("NOT NULL constraint failed", "doesn't have a default value"),
        ("CHECK constraint failed", "Check constraint"),
        ("no such table", "doesn't exist"),
        ("no such column", "Unknown column"),
    ];

    /// <summary>Whether they say the same but for what differs from run to run, or word the same refusal of the database.</summary>
    public static bool AreTheSame(string? sqlite, string? mySql)
    {
        var (left, right) = (Normal(sqlite), Normal(mySql));
        return left == right
            || Refusals.Any(refusal => left.Contains(refusal.Sqlite, StringComparison.Ordinal) && right.Contains(refusal.MySql, StringComparison.Ordinal));
    }

    /// <summary>Numbers of the message stay: what a test read is what it fails about.</summary>
    private static string Normal(string? text)
    {
        var plain = Volatile().Replace(text ?? string.Empty, "*");
        return plain.Contains("MigrateBoth.Testing.", StringComparison.Ordinal) ? EngineName().Replace(plain, "*") : plain;
    }

    /// <summary>Messages of the test package name the engine that the test runs on.</summary>
    [GeneratedRegex(@"\b(SQLite|MySQL|MariaDB)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EngineName();

    [GeneratedRegex(@"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*|\d+([.,]\d+)?\s?(ms|s)\b|0x[0-9a-fA-F]+|\s+")]
    private static partial Regex Volatile();
}

/// <summary>Values as findings show them.</summary>
internal static class ValueTexts
{
    private const int Longest = 300;

    /// <summary>Cuts a text that is too long for a finding, and says so.</summary>
    public static string Shorten(string text) =>
        text.Length <= Longest ? text : $"{text[..Longest]}... ({text.Length} characters)";
}
