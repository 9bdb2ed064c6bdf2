using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Suites;

/// <summary>The suites that docs/testing.md begins in an empty folder, one per framework: commands and code as they stand there.</summary>
/// <param name="Create">The commands that make the project.</param>
/// <param name="Files">What the user writes.</param>
/// <param name="Run">The commands that follow.</param>
internal sealed record DocumentedSuite(IReadOnlyList<string> Create, IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Run)
{
    /// <summary>The section that is written out; the others say what is different.</summary>
    public const string First = "From an empty folder";

    public static DocumentedSuite Read(string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "testing.md"));
        var suite = Blocks(lines, First);
        Assert.Equal(["console", "csharp", "csharp", "console"], suite.Select(block => block.Language));
        var (create, model, test, run) = (Commands(suite[0]), suite[1].Text, suite[2].Text, Commands(suite[3]));
        if (heading != First)
        {
            var own = Blocks(lines, heading);
            create = [.. Commands(own.Single(block => block.Language == "console")), .. create.Skip(1)];
            test = own.SingleOrDefault(block => block.Language == "csharp")?.Text ?? test;
        }

        return new DocumentedSuite(create, new Dictionary<string, string> { ["Note.cs"] = model, ["NoteTests.cs"] = test }, run);
    }

    private static string[] Commands(Block block) => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static List<Block> Blocks(IEnumerable<string> lines, string heading)
    {
        var section = lines.SkipWhile(line => line.TrimStart('#', ' ') != heading).Skip(1).TakeWhile(line => !line.StartsWith("##", StringComparison.Ordinal));
        var blocks = new List<Block>();
        Block? open = null;
        foreach (var line in section)
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                open = open is null ? null : open with { Text = $"{open.Text}{line}\n" };
            }
            else if (open is null)
            {
                open = new Block(line[3..], string.Empty);
            }
            else
            {
                blocks.Add(open);
                open = null;
            }
        }

        return blocks;
    }

    private sealed record Block(string Language, string Text);
}
