using MigrateBoth.EndToEnd.Tests.Docs;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>docs/adopting.md.</summary>
internal static class AdoptingPage
{
    private static string Path => System.IO.Path.Combine(Repository.Root, "docs", "adopting.md");

    /// <summary>All its command lines.</summary>
    public static IReadOnlyList<string> Commands() => DocumentedCommandTests.Commands(Path);

    /// <summary>The command lines of one section.</summary>
    public static IReadOnlyList<string> Commands(string section) =>
        DocumentedCommandTests.CommandsIn(File.ReadLines(Path).SkipWhile(line => line != $"## {section}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)));
}
