using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Tests.Docs;

/// <summary>docs/troubleshooting.md has every code that the tool can report, with its exit code, and no other code.</summary>
public sealed partial class TroubleshootingPageTests
{
    private static readonly ErrorCodesInSource Sources = new(Path.Combine(Checkout.Root, "src"));
    private readonly string _page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "troubleshooting.md"));

    [Fact]
    public void Every_error_is_on_the_page_with_its_exit_code_and_no_other_is()
    {
        var documented = Entry().Matches(_page).ToDictionary(entry => entry.Groups["code"].Value, entry => entry.Groups["exit"].Value, StringComparer.Ordinal);

        Assert.True(Sources.Errors.Count > 100, string.Join(", ", Sources.Errors.Keys));
        Assert.Equal(Lines(Sources.Errors), Lines(documented));
    }

    [Fact]
    public void Every_error_says_what_to_do()
    {
        var silent = Entry().Matches(_page).Where(entry => entry.Groups["remedy"].Value.Trim().Length < 8).Select(entry => entry.Groups["code"].Value);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_warning_is_on_the_page_and_no_other_is()
    {
        var documented = WarningRow().Matches(_page.Split("## Warnings")[1]).Select(row => row.Groups[1].Value);

        Assert.Equal(Sources.Warnings, documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_code_goes_a_way_that_this_test_does_not_know() => Assert.Equal(ErrorCodesInSource.KnownForwarding, Sources.Forwarding);

    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, string>> codes) =>
        codes.Select(code => $"{code.Key}: {code.Value}").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^### `(?<code>[a-z-]+)`\n\n(?<exit>\d+(?:, \d+)*): [^\n]+\n\n(?<remedy>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("^\\| `([a-z-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex WarningRow();
}
