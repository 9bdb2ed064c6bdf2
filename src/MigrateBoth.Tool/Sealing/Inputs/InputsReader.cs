using System.Text;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Takes down what a check goes by. Everything is read from the files of the checkout: nothing is built, restored or run, so that a gate needs
/// neither a database nor a build.
/// </summary>
internal static partial class InputsReader
{
    /// <summary>Reads.</summary>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="arguments">What the application was given behind <c>--</c>.</param>
    /// <param name="tests">The test projects; null for those of the configuration.</param>
    /// <exception cref="Core.Errors.MigrateBothException">78: there is no project.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CheckedInputs Read(MigrateBothConfiguration configuration, IReadOnlyList<string> arguments, IReadOnlyList<string>? tests = null)
    {
        var project = ProjectFinder.Find(configuration);
        var start = Path.GetDirectoryName(configuration.File ?? project)!;
        var top = Top(start);

        IEnumerable<string?> named = [configuration.StartupProject, configuration.Sqlite.Project, configuration.MySql.Project];
        var main = ProjectGraph.Follow(named.OfType<string>().Select(ProjectFinder.Resolve).Prepend(project), top);
        var suite = ProjectGraph.Follow((tests ?? configuration.Tests).Select(ProjectFinder.Resolve), top);

        var groups = new Dictionary<string, InputGroup>(StringComparer.Ordinal);
        Add(main.BuildFiles, _ => InputGroup.Build);
        Add(Sources(main, top, start), file => IsMigration(file) ? InputGroup.Migrations : InputGroup.Model);
        Add(suite.BuildFiles, _ => InputGroup.Tests);
        Add(Sources(suite, top, start), _ => InputGroup.Tests);

        var files = groups.AsParallel()
            .Select(file => (Path: Relative(file.Key), Group: file.Value, Digest: FileDigest.Of(File.ReadAllBytes(file.Key))))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        return new CheckedInputs(
            ConfigurationInputs.Digest(configuration, project, arguments, path => Relative(Path.GetFullPath(path))),
            InputGroups.All.ToDictionary(group => group, group => new InputFiles(
                CheckedInputs.Of(files.Where(file => file.Group == group).Select(file => $"{file.Digest} {file.Path}")),
                files.Where(file => file.Group == group).ToDictionary(file => file.Path, file => file.Digest[..ShownDigits], StringComparer.Ordinal))));

        string Relative(string path) => Path.GetRelativePath(start, path).Replace('\\', '/');

        void Add(IEnumerable<string> found, Func<string, InputGroup> group)
        {
            foreach (var file in found.Select(Path.GetFullPath).Where(file => !groups.ContainsKey(file)))
            {
                groups.Add(file, group(file));
            }
        }
    }

    /// <summary>Enough to tell a changed file; what proves that none changed is the digest of its group.</summary>
    private const int ShownDigits = 16;

    private static IEnumerable<string> Sources(ProjectGraph graph, string top, string start)
    {
        // Where a path could lead anywhere, everything counts.
        IEnumerable<string> everywhere = graph.IsOpen ? [.. graph.Folders, Path.GetPathRoot(top) == top ? start : top] : [];
        return graph.Sources.Concat(everywhere.SelectMany(SourceFiles.Under));
    }

    /// <summary>The repository's folder; where there is none, the root of the file system.</summary>
    private static string Top(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            var git = Path.Combine(directory.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return directory.FullName;
            }
        }

        return Path.GetPathRoot(start)!;
    }

    /// <summary>What a file is filed under decides only what a refusal says: all groups have to be the same.</summary>
    private static bool IsMigration(string file) =>
        file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)
        || (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && Migration().IsMatch(File.ReadAllText(file, Encoding.UTF8)));

    [GeneratedRegex(@"\[(?:\w+\.)*Migration(?:Attribute)?\s*\(|:\s*(?:\w+\.)*(?:Migration|ModelSnapshot)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Migration();
}
