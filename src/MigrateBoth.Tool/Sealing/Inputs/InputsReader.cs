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
        var checkedProjects = CheckedProjects.Of(configuration);
        var suite = ProjectGraph.Follow((tests ?? configuration.Tests).Select(ProjectFinder.Resolve), checkedProjects.Top);

        var groups = new Dictionary<string, InputGroup>(StringComparer.Ordinal);
        Add(checkedProjects.Graph.BuildFiles, _ => InputGroup.Build);
        Add(checkedProjects.Sources(checkedProjects.Graph), file => IsMigration(file) ? InputGroup.Migrations : InputGroup.Model);
        Add(suite.BuildFiles, _ => InputGroup.Tests);
        Add(checkedProjects.Sources(suite), _ => InputGroup.Tests);

        var files = groups.AsParallel()
            .Select(file => (Path: Relative(file.Key), Group: file.Value, Digest: FileDigest.Of(File.ReadAllBytes(file.Key))))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        return new CheckedInputs(
            ConfigurationInputs.Digest(configuration, checkedProjects.Project, arguments, path => Relative(Path.GetFullPath(path))),
            InputGroups.All.ToDictionary(group => group, group => new InputFiles(
                CheckedInputs.Of(files.Where(file => file.Group == group).Select(file => $"{file.Digest} {file.Path}")),
                files.Where(file => file.Group == group).ToDictionary(file => file.Path, file => file.Digest[..ShownDigits], StringComparer.Ordinal))));

        string Relative(string path) => Path.GetRelativePath(checkedProjects.Start, path).Replace('\\', '/');

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

    /// <summary>What a file is filed under decides only what a refusal says: all groups have to be the same.</summary>
    private static bool IsMigration(string file) =>
        file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)
        || (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && Migration().IsMatch(File.ReadAllText(file, Encoding.UTF8)));

    [GeneratedRegex(@"\[(?:\w+\.)*Migration(?:Attribute)?\s*\(|:\s*(?:\w+\.)*(?:Migration|ModelSnapshot)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Migration();
}
