using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands;

namespace MigrateBoth.Tool.Tests.Docs;

/// <summary>
/// Every command line that a page mentions, in a block, in a sentence or in a workflow, is one that the tool understands. Those in
/// blocks are run as well, by the end-to-end tests.
/// </summary>
public sealed partial class CommandLinesInDocsTests
{
    [Fact]
    public void Every_command_line_on_every_page_is_understood()
    {
        var lines = Checkout.Pages.SelectMany(CommandLines).ToList();
        Assert.True(lines.Count > 60, $"{lines.Count} found");

        var mistakes = lines.Where(line => Mistake(line.Text) is not null).Select(line => $"{line.Page}: {line.Text}: {Mistake(line.Text)}");
        Assert.Empty(mistakes);
    }

    [Fact]
    public void A_wrong_option_in_a_sentence_would_be_found()
    {
        var line = Assert.Single(CommandLinesIn("page", "Run `dotnet migrate-both verify --onyl drift` now."));

        Assert.Contains("--onyl", Mistake(line.Text), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Page, string Text)> CommandLines(string page) =>
        CommandLinesIn(Path.GetRelativePath(Checkout.Root, page), File.ReadAllText(page));

    private static IEnumerable<(string Page, string Text)> CommandLinesIn(string page, string text) =>
        CommandLine().Matches(Continuation().Replace(text, " ")).Select(match => (page, Text: match.Groups[1].Value.Trim())).Where(line => line.Text.Length > 0);

    private static string? Mistake(string line)
    {
        var words = Word().Matches(WorkflowExpression().Replace(line, "1")).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)).ToList();
        try
        {
            new CommandLineParser(CommandCatalog.All).Parse(words, new ToolConsole
            {
                Out = TextWriter.Null,
                Error = TextWriter.Null,
                WorkingDirectory = Path.GetTempPath(),
                Environment = new Dictionary<string, string>(),
            });
            return null;
        }
        catch (MigrateBothException exception) when (IsOnlyIncomplete(exception))
        {
            // A sentence names a command without all that it needs.
            return null;
        }
        catch (MigrateBothException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsOnlyIncomplete(MigrateBothException exception) =>
        exception.Code is "missing-option" or "missing-argument" or "invalid-name" or "missing-reason";

    // Up to what ends a command: the end of the line, a remark, a quote of Markdown, a sentence's bracket, another command.
    [GeneratedRegex(@"dotnet migrate-both\b([^\r\n`#]*?)(?=[\r\n`#]|$|\s&&|\s\|\||\)|'|…| \[|:$)", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\\\r?\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\$\{\{[^}]*\}\}")]
    private static partial Regex WorkflowExpression();

    [GeneratedRegex("""(?:[^\s"']|"[^"]*"|'[^']*')+""")]
    private static partial Regex Word();
}
