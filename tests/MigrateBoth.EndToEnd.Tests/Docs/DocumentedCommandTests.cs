using System.Text.RegularExpressions;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>Every command line of README and docs runs, in the order of the page, in a copy of the Shop sample.</summary>
[Collection(WithInstalledTool.Name)]
public sealed partial class DocumentedCommandTests(InstalledTool tool)
{
    // Installing is what InstalledTool does; the scripts are what runs this test.
    private static readonly string[] RunElsewhere = ["dotnet tool install", "dotnet new tool-manifest", "eng/"];

    [Fact]
    public async Task Every_command_of_the_README_runs()
    {
        using var sandbox = Sandbox.OfSample(tool, "Shop");
        var commands = Commands(Path.Combine(Repository.Root, "README.md"));
        Assert.NotEmpty(commands);

        foreach (var command in commands)
        {
            var arguments = Arguments(command);
            // The page begins with an empty project, the sample has its first migrations: its name for the next one has to be free.
            var result = await sandbox.RunAsync([.. arguments.Select(a => a == "Init" ? "FromTheReadme" : a)]);

            Assert.True(result.ExitCode == 0, $"{command}\n{result}");
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

    internal static List<string> Commands(string page) =>
        [.. File.ReadLines(page)
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.StartsWith("dotnet migrate-both ", StringComparison.Ordinal))
            .Where(line => !RunElsewhere.Any(start => line.StartsWith(start, StringComparison.Ordinal)))];

    internal static List<string> Arguments(string command) =>
        [.. Word().Matches(command["dotnet migrate-both ".Length..]).Select(m => m.Value.Replace("\"", "", StringComparison.Ordinal))];

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Word();

    [GeneratedRegex("^\\| `([a-z]+)[ `]", RegexOptions.Multiline)]
    private static partial Regex ListedCommand();
}
