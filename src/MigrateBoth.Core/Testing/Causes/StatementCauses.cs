using System.Text.RegularExpressions;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Statements that one engine refuses, or runs in another order.</summary>
internal static partial class StatementCauses
{
    /// <summary>Catalogue rows C-54.</summary>
    public static Cause SelfReferencingDelete { get; } = new(
        "self-referencing-delete",
        ["C-54"],
        "MySQL checks a self-referencing foreign key row by row, SQLite at the end of the statement.",
        "Set the foreign key to null first, or delete the leaves before their parents.",
        s => s.MySqlRefuses("1451") && s.MySqlHas("DELETE"));

    /// <summary>Catalogue rows Q-01.</summary>
    public static Cause SameTableSubquery { get; } = new(
        "same-table-subquery",
        ["Q-01"],
        "MySQL cannot change a table that a subquery of the same statement reads (1093).",
        "Read the values first (ToList), then update or delete by them.",
        s => s.MySqlRefuses("1093"));

    /// <summary>Catalogue rows Q-02.</summary>
    public static Cause LimitInSubquery { get; } = new(
        "limit-in-subquery",
        ["Q-02"],
        "MySQL takes no LIMIT in an IN subquery (1235).",
        "Use a join, or two queries.",
        s => s.MySqlRefuses("1235"));

    /// <summary>Catalogue rows Q-04.</summary>
    public static Cause ApplyNotSupported { get; } = new(
        "apply-not-supported",
        ["Q-04"],
        "The query needs LATERAL (APPLY), which SQLite does not have: EF Core refuses it there.",
        "Rewrite it as a join, or read the outer rows first.",
        s => s.IsOnlyOnMySql() && s.MySqlHas("LATERAL"));

    /// <summary>Catalogue rows Q-05, Q-08, C-26.</summary>
    public static Cause NotTranslatedOnSqlite { get; } = new(
        "not-translated-on-sqlite",
        ["Q-05", "Q-08", "C-26"],
        "EF Core's SQLite provider cannot translate the query, so it never reached the database there.",
        "Rewrite it with what both providers translate, or do this part on the client.",
        s => s.IsOnlyOnMySql() && s.Untranslated.Contains(Engine.Sqlite) && s.MySql!.Source is CommandSource.Linq or CommandSource.Bulk);

    /// <summary>Catalogue rows Q-06, Q-10.</summary>
    public static Cause NotTranslatedOnMySql { get; } = new(
        "not-translated-on-mysql",
        ["Q-06", "Q-10"],
        "The MySQL provider cannot translate the query, so it never reached the database there.",
        "Rewrite it with what both providers translate, or do this part on the client.",
        s => s.IsOnlyOnSqlite() && s.Untranslated.Contains(Engine.MySql) && s.Sqlite!.Source is CommandSource.Linq or CommandSource.Bulk);

    /// <summary>Catalogue rows Q-03.</summary>
    public static Cause SwappedColumns { get; } = new(
        "swapped-columns",
        ["Q-03"],
        "MySQL runs the assignments of an UPDATE from left to right, so the second one sees what the first has set; SQLite gives all of them the old values.",
        "Use two statements, or read the values first.",
        s => s.IsAboutValues() && s.Earlier.Any(UsesWhatItSets));

    /// <summary>Catalogue rows C-05.</summary>
    public static Cause NoOrder { get; } = new(
        "no-order",
        ["C-05"],
        "Without an order each engine returns rows as it finds them: SQLite mostly by rowid, InnoDB by primary key or by the index it reads.",
        "Add OrderBy, with a unique column as the last one.",
        s => s.Kind == TestDifferenceKind.UnaskedOrder);

    private static bool UsesWhatItSets(RecordedCommand command) =>
        command.Source == CommandSource.Bulk && Assignments().Match(command.Sql) is { Success: true } match
        && command.Sql[(match.Index + match.Length)..].Split("WHERE")[0].Contains(match.Groups["set"].Value, StringComparison.Ordinal);

    /// <summary>The first assignment, after which the column that it set may still be read.</summary>
    [GeneratedRegex(@"SET\s+(?<set>\S+) = ", RegexOptions.CultureInvariant)]
    private static partial Regex Assignments();
}
