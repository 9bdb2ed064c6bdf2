using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Detection.Tests.Shop;
using MigrateBoth.Tool.Verification.SelfTest;

namespace MigrateBoth.Detection.Tests.SelfTest;

/// <summary>docs/self-test.md lists the catalogue as it is; MIGRATEBOTH_UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed partial class SelfTestPageTests
{
    private static readonly string Page = Path.Combine(Repository.Directory, "docs", "self-test.md");

    [Fact]
    public void The_page_lists_every_kind()
    {
        var text = File.ReadAllText(Page);
        var expected = Table().Replace(text, _ => List());
        if (Environment.GetEnvironmentVariable("MIGRATEBOTH_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Page, expected);
        }
        else
        {
            Assert.Equal(expected, text);
        }
    }

    [Fact]
    public void There_are_at_least_eighty_kinds_and_each_has_a_name_of_its_own()
    {
        Assert.InRange(DefectCatalogue.All.Select(kind => kind.Id).Distinct().Count(), 80, int.MaxValue);
        Assert.Equal(DefectCatalogue.All.Count, DefectCatalogue.All.Select(kind => (kind.Engine, kind.Id)).Distinct().Count());
        Assert.All(DefectCatalogue.All, kind => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", kind.Id));
    }

    private static string List() => string.Join(
        '\n',
        [
            "| kind | what is wrong | planted in |",
            "|---|---|---|",
            .. from kinds in DefectCatalogue.All.GroupBy(kind => kind.Id)
               select $"| `{kinds.Key}` | {string.Join("; ", kinds.Select(kind => kind.Title).Distinct())} | {string.Join(", ", kinds.Select(kind => kind.Engine.DisplayName()))} |",
            .. PairedDefects.All.Select(pair => $"| `{pair.Id}` | {pair.Title} | both at once |"),
            .. LevelKinds.All.Select(kind => $"| `{kind.Id}` | {kind.Title} | {string.Join(", ", kind.Engines.Select(engine => engine.DisplayName()))} |"),
            string.Empty,
        ]);

    [GeneratedRegex(@"^\| kind \|(.*\n)+?(?=\n|\z)", RegexOptions.Multiline)]
    private static partial Regex Table();
}
