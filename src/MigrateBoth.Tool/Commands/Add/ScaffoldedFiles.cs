using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>Which of a scaffolder's files are new by nature and which are there to be replaced.</summary>
internal static class ScaffoldedFiles
{
    /// <summary>Whether the file is the migration or its Designer file; the other one is the snapshot.</summary>
    public static bool IsOfMigration(ScaffoldedFile file, string id) =>
        Path.GetFileName(file.Path).StartsWith(id + ".", StringComparison.Ordinal);

    /// <summary>The files of one side as a change to write.</summary>
    public static IEnumerable<PairFile> ToPairFiles(ScaffoldedMigration side) =>
        side.Files.Select(file => new PairFile(file.Path, file.Content, MustBeNew: IsOfMigration(file, side.Id)));
}
