using System.Text.RegularExpressions;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows Q-03.</summary>
internal static partial class SwappedColumns
{
    public static Cause Cause { get; } = new(
        "swapped-columns",
        ["Q-03"],
        "MySQL runs the assignments of an UPDATE from left to right, so the second one sees what the first has set; SQLite gives all of them the old values.",
        "Use two statements, or read the values first.",
        s => s.IsAboutValues() && s.Earlier.Any(UsesWhatItSets));

    private static bool UsesWhatItSets(RecordedCommand command) =>
        command.Source == CommandSource.Bulk && Assignments().Match(command.Sql) is { Success: true } match
        && command.Sql[(match.Index + match.Length)..].Split("WHERE")[0].Contains(match.Groups["set"].Value, StringComparison.Ordinal);

    /// <summary>The first assignment, after which the column that it set may still be read.</summary>
    [GeneratedRegex(@"SET\s+(?<set>\S+) = ", RegexOptions.CultureInvariant)]
    private static partial Regex Assignments();
}
