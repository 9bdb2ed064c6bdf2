using MigrateBoth.Core.Reports.Provenance;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>A file that is not what it was when the report was made.</summary>
/// <param name="Path">Its path from the configuration's folder.</param>
/// <param name="Change"><c>added</c>, <c>changed</c> or <c>removed</c>.</param>
internal sealed record FileChange(string Path, string Change)
{
    /// <summary>What changed between two states of a group.</summary>
    public static IReadOnlyList<FileChange> Between(InputFiles then, InputFiles now) =>
    [
        .. from path in then.Files.Keys.Union(now.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let was = then.Files.GetValueOrDefault(path)
           let @is = now.Files.GetValueOrDefault(path)
           where was != @is
           select new FileChange(path, was is null ? "added" : @is is null ? "removed" : "changed"),
    ];
}
