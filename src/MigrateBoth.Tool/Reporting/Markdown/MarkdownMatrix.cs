using System.Text;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>The matrix test × engine: what did not go the same way on both row by row, the rest as a number.</summary>
internal static class MarkdownMatrix
{
    public static string Of(IReadOnlyList<TestMatrixRow> tests, long room)
    {
        if (tests.Count == 0)
        {
            return string.Empty;
        }

        var markdown = new StringBuilder("### Tests\n\n");
        markdown.Append(string.Join(", ", tests.GroupBy(test => test.Verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {TestWords.Of(group.Key)}"))).Append(".\n\n");
        var telling = tests.Where(test => test.Verdict is not (TestVerdict.Same or TestVerdict.OutcomeOnly)).ToList();
        if (telling.Count > 0)
        {
            markdown.Append("| test | SQLite | MySQL | |\n|---|---|---|---|\n");
        }

        var left = room - Encoding.UTF8.GetByteCount(markdown.ToString()) - 200;
        var shown = 0;
        foreach (var row in telling.Select(Row))
        {
            left -= Encoding.UTF8.GetByteCount(row);
            if (left < 0)
            {
                break;
            }

            markdown.Append(row);
            shown++;
        }

        return markdown.Append(shown < telling.Count ? $"\nand {telling.Count - shown} more.\n\n" : "\n").ToString();
    }

    private static string Row(TestMatrixRow test) =>
        $"| {MarkdownText.Code(test.Name)} | {Cell(test.Sqlite)} | {Cell(test.MySql)} | {TestWords.Of(test.Verdict)} |\n";

    private static string Cell(TestCell? cell) => cell is null ? "–" : $"{Mark(cell.Outcome)} {TestWords.Of(cell.Outcome)}";

    private static string Mark(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => "✅",
        TestOutcome.Failed => "❌",
        TestOutcome.Skipped => "➖",
        _ => "❔",
    };
}
