using System.Security.Cryptography;
using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>Determines by MSBuild what a build was made from, without building anything.</summary>
internal interface IBuildInspector
{
    /// <summary>Inspects built projects and everything that they refer to.</summary>
    /// <param name="projects">The project files, absolute; the first one's output is what was run.</param>
    /// <param name="settings">How they were built.</param>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<InspectedBuild> InspectAsync(IReadOnlyList<string> projects, BuildSettings settings, MigrateBothConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>The version of the SDK that would build here.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">2: there is none.</exception>
    Task<string> SdkVersionAsync(string folder, CancellationToken cancellationToken);
}

/// <summary>What MSBuild says of a build.</summary>
/// <param name="Facts">What it was made with; null where MSBuild could not be reached.</param>
/// <param name="NotBuilt">Why it is not certain that it was made from exactly these sources; null where it is.</param>
internal sealed record InspectedBuild(BuildFacts? Facts, string? NotBuilt);

/// <inheritdoc cref="IBuildInspector"/>
internal sealed class BuildInspector : IBuildInspector
{
    private static readonly string[] ReadKinds = ["Compile", "EmbeddedResource", "AdditionalFiles", "EditorConfigFiles", "GlobalAnalyzerConfigFiles", "Analyzer"];
    private static readonly string[] CopiedKinds = ["Content", "None"];

    /// <inheritdoc/>
    public async Task<InspectedBuild> InspectAsync(
        IReadOnlyList<string> projects, BuildSettings settings, MigrateBothConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            var evaluated = await EvaluateAsync(projects, settings, cancellationToken).ConfigureAwait(false);
            var checkout = Checkout.Of(configuration);
            var files = checkout.Files();
            var folders = projects.Select(project => OutputOf(evaluated[project])).OfType<string>().Distinct(StringComparer.Ordinal).Where(Directory.Exists).ToList();
            var facts = new BuildFacts(
                evaluated[projects[0]].Properties["NETCoreSdkVersion"],
                evaluated.Values.SelectMany(ReadBy).Where(file => !files.Contains(file) && File.Exists(file) && IsElsewhere(file, evaluated.Values, checkout)).Distinct(StringComparer.Ordinal)
                    .ToDictionary(checkout.Relative, file => FileDigest.Of(FileDigest.Read(file)), StringComparer.Ordinal),
                evaluated.Values.Select(project => project.Properties["ProjectAssetsFile"]).Where(File.Exists).Distinct(StringComparer.Ordinal).ToDictionary(checkout.Relative, PackagesIn, StringComparer.Ordinal),
                folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Distinct(StringComparer.Ordinal).ToDictionary(checkout.Relative, DigestOf, StringComparer.Ordinal));
            var reason = evaluated.Values.Select(project => BuiltSources.WhyNot(project, folders)).FirstOrDefault(why => why is not null);
            return new InspectedBuild(facts, reason);
        }
        catch (Exception exception) when (exception is MigrateBothException or IOException or UnauthorizedAccessException or JsonException or BadImageFormatException)
        {
            return new InspectedBuild(null, $"the build could not be inspected: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public async Task<string> SdkVersionAsync(string folder, CancellationToken cancellationToken)
    {
        var run = await DotnetCommand.RunAsync(["--version"], folder, cancellationToken).ConfigureAwait(false);
        return run.ExitCode == 0
            ? run.Out.Trim()
            : throw new MigrateBothException(ExitCode.Incomplete, "sdk-not-found", $"'dotnet --version' failed in {folder}: {run.Error.Trim()}", "Install the SDK that the check was made with.");
    }

    /// <summary>The digest of the packages that a restore resolved, with their versions and contents.</summary>
    public static string PackagesIn(string assetsFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        return CheckedInputs.Of(json.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => $"{library.Name} {(library.Value.TryGetProperty("sha512", out var content) ? content.GetString() : null)}")
            .Order(StringComparer.Ordinal));
    }

    /// <summary>The digest of an assembly.</summary>
    public static string DigestOf(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        return Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
    }

    private static async Task<Dictionary<string, ProjectEvaluation>> EvaluateAsync(IReadOnlyList<string> projects, BuildSettings settings, CancellationToken cancellationToken)
    {
        var evaluated = new Dictionary<string, ProjectEvaluation>(StringComparer.Ordinal);
        var left = projects.Distinct(StringComparer.Ordinal).ToDictionary(project => project, _ => settings.Framework, StringComparer.Ordinal);
        while (left.Count > 0)
        {
            // Two at a time: each is two processes.
            foreach (var pair in left.Chunk(2))
            {
                foreach (var project in await Task.WhenAll(pair.Select(next => OneAsync(next.Key, next.Value, settings, cancellationToken))).ConfigureAwait(false))
                {
                    evaluated[project.ProjectFile] = project;
                }
            }

            left = evaluated.Values.SelectMany(user => user.Items["ProjectReference"].Select(reference => (File: Path.GetFullPath(reference.FullPath), Framework: user.Properties["TargetFramework"])))
                .Where(reference => File.Exists(reference.File) && !evaluated.ContainsKey(reference.File))
                .DistinctBy(reference => reference.File)
                .ToDictionary(reference => reference.File, reference => (string?)reference.Framework, StringComparer.Ordinal);
        }

        return evaluated;
    }

    /// <summary>A project for one framework is evaluated as it is; one for several needs to be told which.</summary>
    private static async Task<ProjectEvaluation> OneAsync(string project, string? wanted, BuildSettings settings, CancellationToken cancellationToken)
    {
        var first = await ProjectEvaluation.OfAsync(project, settings.Framework == wanted ? wanted : null, settings, cancellationToken).ConfigureAwait(false);
        if (first.Properties["TargetFramework"].Length > 0)
        {
            return first;
        }

        var frameworks = first.Properties["TargetFrameworks"];
        var framework = wanted is { Length: > 0 } ? ProjectFrameworks.ChooseFor(wanted, project, frameworks) : ProjectFrameworks.Choose(project, frameworks, settings.Framework);
        return await ProjectEvaluation.OfAsync(project, framework, settings, cancellationToken).ConfigureAwait(false);
    }

    private static string? OutputOf(ProjectEvaluation project) => Path.GetDirectoryName(project.Properties["TargetPath"]);

    /// <summary>The files that a build of a project reads.</summary>
    private static IEnumerable<string> ReadBy(ProjectEvaluation project) =>
        project.Imports
            .Concat(ReadKinds.SelectMany(kind => project.Items[kind]).Select(item => item.FullPath))
            .Concat(CopiedKinds.SelectMany(kind => project.Items[kind]).Where(item => item.IsCopied).Select(item => item.FullPath))
            .Concat(project.Items["Reference"].Where(item => item["HintPath"].Length > 0).Select(item => Path.GetFullPath(item["HintPath"].Replace('\\', '/'), project.Folder)))
            .Concat(project.Properties["RunSettingsFilePath"] is { Length: > 0 } settings ? [Path.GetFullPath(settings, project.Folder)] : [])
            .Select(Path.GetFullPath);

    /// <summary>Whether a file is neither the SDK's nor a package's, whose versions count, nor made by the build itself.</summary>
    private static bool IsElsewhere(string file, IEnumerable<ProjectEvaluation> projects, Checkout checkout) =>
        checkout.Counts(file)
        && !Checkout.IsOutput(file)
        && !projects.SelectMany(project => new[] { project.Properties["NetCoreRoot"], project.Properties["NuGetPackageRoot"] }.Concat(project.Properties["NuGetPackageFolders"].Split(';')))
            .Where(folder => folder.Length > 1)
            .Any(folder => file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
