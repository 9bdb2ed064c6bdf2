using System.Text.RegularExpressions;
using MigrateBoth.EndToEnd.Tests.Actions;
using MigrateBoth.EndToEnd.Tests.Adoption;
using MigrateBoth.EndToEnd.Tests.Infrastructure;
using MigrateBoth.EndToEnd.Tests.Suites;

namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>Which test runs the command lines of which page. A page with commands that is not here fails <see cref="PageCoverageTests"/>.</summary>
internal static partial class DocumentedPages
{
    /// <summary>Pages whose commands run as they stand, one after the other, in one copy of a small sample with migrations.</summary>
    public static readonly string[] WithMigrations =
        ["README.md", "docs/behaviour.md", "docs/configuration.md", "docs/gate.md", "docs/init.md", "docs/reports.md", "docs/roundtrip.md", "docs/rules.md", "docs/troubleshooting.md", "docs/upgrading.md", "src/MigrateBoth.Tool/README.md"];

    /// <summary>Those that take longer than others, and need the shop's suite.</summary>
    public static readonly string[] InTheShopWithItsSuite = ["docs/self-test.md", "docs/testing-command.md"];

    /// <summary>Pages that tell of a situation which a test of their own makes.</summary>
    public static readonly Dictionary<string, Type> WithTestsOfTheirOwn = new(StringComparer.Ordinal)
    {
        ["docs/add-mysql.md"] = typeof(FirstHourTests),
        ["docs/adopting.md"] = typeof(AdoptionTests),
        ["docs/ci.md"] = typeof(WorkflowFileTests),
        ["docs/diff.md"] = typeof(DiffPageTests),
        ["docs/getting-started.md"] = typeof(FirstHourTests),
        ["docs/testing.md"] = typeof(EmptyFolderTests),
    };

    /// <summary>Every page that has a command line in a block.</summary>
    public static IReadOnlyList<string> WithCommands { get; } =
    [
        .. new[] { "README.md" }
            .Concat(Files("docs", "*.md", SearchOption.AllDirectories))
            .Concat(Files("src", "README.md", SearchOption.AllDirectories))
            .Where(page => InBlock().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, page)))),
    ];

    private static IEnumerable<string> Files(string folder, string pattern, SearchOption depth) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, depth)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:    |\$ |\s*- run: |\s*script: |\s*run: )?dotnet migrate-both ", RegexOptions.Multiline)]
    private static partial Regex InBlock();
}
