using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>Command lines of README and docs run, in the order of each page, in a copy of a sample.</summary>
[Collection(WithInstalledTool.Name)]
public sealed partial class DocumentedCommandTests(InstalledTool tool, MySqlContainer server)
{
    private const string Tool = "dotnet migrate-both ";

    [Fact]
    public async Task Every_command_of_the_README_runs()
    {
        using var sandbox = Sandbox.OfSample(tool, "layouts/Folders").On(server);

        await RunAsync(sandbox, DocumentedPages.WithMigrations[..1]);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_command_of_every_page_runs()
    {
        using var sandbox = Sandbox.OfSample(tool, "layouts/Folders").On(server);

        await RunAsync(sandbox, DocumentedPages.WithMigrations);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_command_about_suites_and_self_tests_runs()
    {
        using var sandbox = Sandbox.OfSample(tool, "Shop").On(server);

        await RunAsync(sandbox, DocumentedPages.InTheShopWithItsSuite);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_step_of_a_pipeline_that_a_page_shows_runs()
    {
        using var sandbox = Sandbox.OfSample(tool, "layouts/Folders").On(server);
        sandbox.Environment["GITHUB_STEP_SUMMARY"] = sandbox.PathOf("summary.md");

        await RunAsync(sandbox, ["docs/reports.md"], Steps);

        Assert.Contains("Passed", await File.ReadAllTextAsync(sandbox.PathOf("summary.md")), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task RunAsync(Sandbox sandbox, IEnumerable<string> pages, Func<string, List<string>>? read = null)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var commands = (read ?? Commands)(Path.Combine(Repository.Root, page));
            Assert.NotEmpty(commands);
            foreach (var command in commands.Where(done.Add))
            {
                var arguments = Arguments(command).Select(OnTheSample).Select(argument => Variables(argument, sandbox));
                var result = await sandbox.RunAsync([.. arguments]);

                Assert.True(result.ExitCode == 0, $"{page}: {command}\n{result}");
            }
        }
    }

    [Fact]
    public async Task Every_command_that_the_README_lists_has_help_with_examples()
    {
        using var sandbox = Sandbox.Empty(tool);
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith("Commands\n", StringComparison.Ordinal));
        var names = ListedCommand().Matches(section).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(names.Count >= 10, string.Join(", ", names));

        foreach (var name in names)
        {
            var result = await sandbox.RunAsync(name, "--help");

            Assert.True(result.ExitCode == 0, $"{name}\n{result}");
            Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>The page begins with an empty project, the sample has its first migrations: the name of the next one has to be free. A day to come does not stay one.</summary>
    internal static string OnTheSample(string argument) => argument switch
    {
        "Init" => "FromTheReadme",
        "20260401000000_Release5" => "20260105090000_Initial",
        "2027-03-31" => DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => argument,
    };

    /// <summary>All lines of a page's blocks of commands, without their remarks.</summary>
    internal static IEnumerable<string> Lines(string page) => LinesIn(File.ReadLines(page));

    internal static List<string> Commands(string page) => CommandsIn(File.ReadLines(page));

    /// <summary>The commands of a part of a page.</summary>
    internal static List<string> CommandsIn(IEnumerable<string> lines) => [.. LinesIn(lines).Where(line => line.StartsWith(Tool, StringComparison.Ordinal))];

    private static IEnumerable<string> LinesIn(IEnumerable<string> lines) =>
        lines
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal))
            .Select(line => line.Split('#')[0].Trim());

    /// <summary>What the page's snippets of pipelines run.</summary>
    private static List<string> Steps(string page) =>
        [.. File.ReadLines(page).Select(line => Step().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    internal static List<string> Arguments(string command) =>
        [.. Word().Matches(command[Tool.Length..]).Select(m => m.Value.Replace("\"", "", StringComparison.Ordinal))];

    private static string Variables(string argument, Sandbox sandbox) =>
        Variable().Replace(argument, match => sandbox.Environment.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);

    [GeneratedRegex(@"\$([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\s*(?:- )?(?:run|script): (dotnet migrate-both .*)$")]
    private static partial Regex Step();

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Word();

    [GeneratedRegex("^\\| `([a-z]+)[ `]", RegexOptions.Multiline)]
    private static partial Regex ListedCommand();
}
