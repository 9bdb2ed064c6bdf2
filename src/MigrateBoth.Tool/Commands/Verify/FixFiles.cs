using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.Add;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Sessions;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>The pair that corrections were written into.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Calls">How many corrections.</param>
/// <param name="Files">The files, absolute.</param>
internal sealed record WrittenFix(string Id, int Calls, IReadOnlyList<string> Files)
{
    /// <summary>Their number in words.</summary>
    public string Corrections => Calls == 1 ? "1 correction" : $"{Calls} corrections";
}

/// <summary>Writes corrections into the files of a pair, both sides or neither.</summary>
internal static class FixFiles
{
    /// <summary>Into a pair that was scaffolded for them.</summary>
    public static (WrittenFix? Written, string? Refusal) IntoNew(PairLock pairLock, IReadOnlyList<ScaffoldedMigration> sides, IReadOnlyList<Finding> corrections)
    {
        if (sides.SelectMany(side => side.Operations).FirstOrDefault() is { } pending)
        {
            return (null, $"The model has changes that no migration contains ({pending.Summary}): add them first with 'dotnet migrate-both add NAME'. Nothing was written.");
        }

        var files = new List<PairFile>();
        foreach (var side in sides)
        {
            foreach (var file in ScaffoldedFiles.ToPairFiles(side))
            {
                var isMigration = Path.GetFileName(file.Path) == $"{side.Id}.cs";
                files.Add(isMigration ? file with { Content = With(file.Content!, side.Engine, corrections) ?? file.Content } : file);
            }
        }

        new PairWriter(pairLock).Write($"verify --fix {sides[0].Id}", files);
        return (new WrittenFix(sides[0].Id, CountOf(corrections), [.. files.Select(file => file.Path)]), null);
    }

    /// <summary>Into the last pair.</summary>
    public static async Task<(WrittenFix? Written, string? Refusal)> IntoLastAsync(
        ProjectSession session, PairLock pairLock, IReadOnlyList<Finding> corrections, CancellationToken cancellationToken)
    {
        var files = new List<PairFile>();
        var id = string.Empty;
        foreach (var engine in EngineNames.All)
        {
            var migrations = (await session.Host.OriginsAsync(engine, cancellationToken).ConfigureAwait(false)).Migrations;
            if (migrations is not [.., { Up: { } up } last])
            {
                return (null, $"The source of the last {engine.DisplayName()} migration cannot be determined for certain. Nothing was written.");
            }

            id = last.Id;
            if (corrections.Any(finding => finding.Engine == engine))
            {
                var text = await File.ReadAllTextAsync(up.File, cancellationToken).ConfigureAwait(false);
                if (With(text, engine, corrections) is not { } corrected)
                {
                    return (null, $"{up.File} has no Up and Down with bodies in braces. Nothing was written.");
                }

                files.Add(new PairFile(up.File, corrected, MustBeNew: false));
            }
        }

        new PairWriter(pairLock, new UTF8Encoding(HasMark(files[0].Path))).Write($"verify --fix {id}", files);
        return (new WrittenFix(id, CountOf(corrections), [.. files.Select(file => file.Path)]), null);
    }

    /// <summary>Up after what is there, Down before it: what comes last is taken back first.</summary>
    private static string? With(string text, Engine engine, IReadOnlyList<Finding> corrections)
    {
        var codes = corrections.Where(finding => finding.Engine == engine).Select(finding => finding.Fix!).Distinct().ToList();
        if (codes.Count == 0)
        {
            return text;
        }

        var up = MigrationBody.Insert(text, "Up", string.Join("\n\n", codes.Select(code => code.Up.TrimEnd())), atEnd: true);
        var down = string.Join("\n\n", codes.AsEnumerable().Reverse().Select(code => code.Down.TrimEnd()).Where(code => code.Length > 0));
        return up is null || down.Length == 0 ? up : MigrationBody.Insert(up, "Down", down, atEnd: false);
    }

    private static int CountOf(IReadOnlyList<Finding> corrections) => corrections.Select(finding => (finding.Engine, finding.Fix)).Distinct().Count();

    private static bool HasMark(string path) => File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble);
}
