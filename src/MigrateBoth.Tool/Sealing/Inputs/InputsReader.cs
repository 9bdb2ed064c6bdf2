using System.Text;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Records the inputs of a check: every file of the checkout, and the configuration. Nothing is built, restored or run but git, so that a gate needs
/// neither a database nor a build.
/// </summary>
internal static partial class InputsReader
{
    /// <summary>Enough to tell a changed file; what proves that none changed is the digest of its group.</summary>
    private const int ShownDigits = 16;

    private static readonly string[] BuildExtensions =
        [".csproj", ".fsproj", ".vbproj", ".shproj", ".projitems", ".props", ".targets", ".proj", ".sln", ".slnx", ".slnf", ".rsp", ".user", ".ruleset", ".globalconfig", ".editorconfig"];

    private static readonly string[] BuildNames = ["global.json", "nuget.config", "packages.lock.json", "dotnet-tools.json"];

    /// <summary>Reads and hashes the inputs of a check.</summary>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="arguments">What the application was given behind <c>--</c>.</param>
    /// <param name="tests">The test projects; null for those of the configuration.</param>
    /// <exception cref="Core.Errors.MigrateBothException">78: there is no project.</exception>
    /// <exception cref="IOException">A file cannot be read, or git does not answer.</exception>
    public static CheckedInputs Read(MigrateBothConfiguration configuration, IReadOnlyList<string> arguments, IReadOnlyList<string>? tests = null)
    {
        var project = ProjectFinder.Find(configuration);
        var checkout = Checkout.Of(configuration);
        string[] application = [.. new[] { project, configuration.StartupProject, configuration.Sqlite.Project, configuration.MySql.Project }.OfType<string>().Select(FolderOf)];
        string[] suite = [.. (tests ?? configuration.Tests).Select(FolderOf).Except(application)];

        var files = checkout.Files().AsParallel()
            .Select(file => Entry(file, checkout, suite))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToLookup(file => file.Group);
        var (digest, secrets) = ConfigurationInputs.Digest(configuration, project, arguments, path => checkout.Relative(Path.GetFullPath(path)));
        return new CheckedInputs(digest, InputGroups.All.ToDictionary(group => group, group => new InputFiles(
            CheckedInputs.Of(files[group].Select(file => $"{file.Digest} {file.Path}")),
            files[group].ToDictionary(file => file.Path, file => file.Digest[..ShownDigits], StringComparer.Ordinal))))
        {
            Ignored = configuration.GateIgnore,
            Secrets = secrets,
        };
    }

    /// <summary>The digest of the configuration alone.</summary>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="arguments">What the application was given behind <c>--</c>.</param>
    public static string ConfigurationDigest(MigrateBothConfiguration configuration, IReadOnlyList<string> arguments)
    {
        var checkout = Checkout.Of(configuration);
        return ConfigurationInputs.Digest(configuration, ProjectFinder.Find(configuration), arguments, path => checkout.Relative(Path.GetFullPath(path))).Digest;
    }

    private static string FolderOf(string project) => Path.GetDirectoryName(ProjectFinder.Resolve(project))! + Path.DirectorySeparatorChar;

    private static (string Path, InputGroup Group, string Digest) Entry(string file, Checkout checkout, string[] suite)
    {
        var content = FileDigest.Read(file);
        var group = Array.Exists(suite, folder => file.StartsWith(folder, StringComparison.Ordinal)) ? InputGroup.Tests
            : BuildExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) || BuildNames.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase) ? InputGroup.Build
            : IsMigration(file, content) ? InputGroup.Migrations
            : InputGroup.Model;
        return (checkout.Relative(file), group, FileDigest.Of(content));
    }

    private static bool IsMigration(string file, byte[] content) =>
        file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)
        || (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && Migration().IsMatch(Encoding.UTF8.GetString(content)));

    [GeneratedRegex(@"\[(?:\w+\.)*Migration(?:Attribute)?\s*\(|:\s*(?:\w+\.)*(?:Migration|ModelSnapshot)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Migration();
}
