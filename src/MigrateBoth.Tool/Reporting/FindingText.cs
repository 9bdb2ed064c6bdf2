using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Words that several kinds of reports use for one finding.</summary>
internal static class FindingText
{
    /// <summary>Where it was found: <c>drift, MySQL</c>.</summary>
    public static string Where(Finding finding) =>
        finding.Engine is { } engine ? $"{finding.Stage}, {engine.DisplayName()}" : finding.Stage;

    /// <summary>Everything it says, as plain lines: message, both sides, advice.</summary>
    public static string Plain(Finding finding)
    {
        var text = new StringBuilder(finding.Message);
        var sides = SideNames.Of(finding);
        if (finding.Expected is not null || finding.Actual is not null)
        {
            text.Append('\n').Append(sides.Expected).Append(": ").Append(finding.Expected ?? "-");
            text.Append('\n').Append(sides.Actual).Append(": ").Append(finding.Actual ?? "-");
        }

        if (finding.Advice is not null)
        {
            text.Append("\nfix: ").Append(finding.Advice);
        }

        return text.ToString();
    }
}
