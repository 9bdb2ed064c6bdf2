using System.Text.RegularExpressions;
using MigrateBoth.Detection.Tests.Shop;

namespace MigrateBoth.Detection.Tests.Limits;

/// <summary>docs/limits.md: how each schema row of the catalogue of differences is treated.</summary>
internal static partial class LimitsPage
{
    /// <summary>All rows, in the order of the page.</summary>
    public static IReadOnlyList<DocumentedRow> Rows { get; } =
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Directory, "docs", "limits.md"))
           where line.StartsWith("| S-", StringComparison.Ordinal)
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           select new DocumentedRow(cells[1], cells[3], [.. Rule().Matches(cells[3]).Select(match => match.Value)]),
    ];

    [GeneratedRegex(@"MB\d{3}")]
    private static partial Regex Rule();
}
