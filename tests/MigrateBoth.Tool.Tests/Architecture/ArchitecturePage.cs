using MigrateBoth.Tool.Tests.Docs;

namespace MigrateBoth.Tool.Tests.Architecture;

/// <summary>What docs/architecture.md says of the layers: a table a project, the lowest layer first.</summary>
internal static class ArchitecturePage
{
    private const string Heading = "## Layers";

    /// <summary>The number of its layer for each namespace.</summary>
    public static IReadOnlyDictionary<string, int> Layers()
    {
        var layers = new Dictionary<string, int>();
        var number = 0;
        foreach (var row in File.ReadLines(Path.Combine(Checkout.Root, "docs", "architecture.md")).SkipWhile(line => line != Heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)))
        {
            if (row.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var project, var names] && project.StartsWith('`'))
            {
                number++;
                foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
                {
                    layers.Add($"MigrateBoth.{project.Trim('`')}.{name}".TrimEnd('.'), number);
                }
            }
        }

        return layers;
    }
}
