using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>What MSBuild evaluates of one project: properties, items, and the files that it imports.</summary>
/// <param name="ProjectFile">The project.</param>
/// <param name="Properties">The properties.</param>
/// <param name="Items">The items, by their kind.</param>
/// <param name="Imports">The files that the project is made of, the SDK's own among them.</param>
internal sealed record ProjectEvaluation(
    string ProjectFile, IReadOnlyDictionary<string, string> Properties, IReadOnlyDictionary<string, IReadOnlyList<EvaluatedItem>> Items, IReadOnlyList<string> Imports)
{
    /// <summary>What a compiler takes in, and what decides how.</summary>
    private static readonly string[] Kinds =
        ["Compile", "EmbeddedResource", "Content", "None", "AdditionalFiles", "EditorConfigFiles", "GlobalAnalyzerConfigFiles", "Analyzer", "Reference", "ProjectReference"];

    private static readonly string[] Names =
        ["TargetPath", "TargetFramework", "TargetFrameworks", "AssemblyName", "IntermediateOutputPath", "ProjectAssetsFile", "NuGetPackageRoot", "NuGetPackageFolders", "NetCoreRoot", "NETCoreSdkVersion", "RunSettingsFilePath"];

    /// <summary>The folder of the project.</summary>
    public string Folder => Path.GetDirectoryName(ProjectFile)!;

    /// <summary>Runs MSBuild in two processes in parallel: one run returns either the values or the imports.</summary>
    /// <exception cref="MigrateBothException">2: the project cannot be evaluated.</exception>
    public static async Task<ProjectEvaluation> OfAsync(string projectFile, string? framework, BuildSettings settings, CancellationToken cancellationToken)
    {
        List<string> common = ["msbuild", projectFile, "-nologo"];
        if (settings.Configuration is { } configuration)
        {
            common.Add($"-p:Configuration={configuration}");
        }

        if (framework is not null)
        {
            common.Add($"-p:TargetFramework={framework}");
        }

        var importing = ImportsAsync(projectFile, common, cancellationToken);
        var run = await DotnetCommand.RunAsync(
            [.. common, .. Names.Select(name => $"-getProperty:{name}"), .. Kinds.Select(kind => $"-getItem:{kind}")], Path.GetDirectoryName(projectFile)!, cancellationToken).ConfigureAwait(false);
        var imports = await importing.ConfigureAwait(false);
        ThrowIfFailed(projectFile, run);
        using var json = JsonDocument.Parse(run.Out[Math.Max(0, run.Out.StartsWith('{') ? 0 : run.Out.IndexOf("\n{", StringComparison.Ordinal))..]);
        return new ProjectEvaluation(
            projectFile,
            json.RootElement.GetProperty(nameof(Properties)).EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString() ?? string.Empty),
            json.RootElement.GetProperty(nameof(Items)).EnumerateObject().ToDictionary(kind => kind.Name, kind => (IReadOnlyList<EvaluatedItem>)[.. kind.Value.EnumerateArray().Select(EvaluatedItem.Read)]),
            imports);
    }

    /// <summary>The preprocessed project names each file before what it holds, on a line of its own.</summary>
    private static async Task<IReadOnlyList<string>> ImportsAsync(string projectFile, IReadOnlyList<string> common, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            ThrowIfFailed(projectFile, await DotnetCommand.RunAsync([.. common, $"-preprocess:{file}"], Path.GetDirectoryName(projectFile)!, cancellationToken).ConfigureAwait(false));
            return [.. File.ReadLines(file).Select(line => line.Trim()).Where(Path.IsPathFullyQualified).Where(File.Exists).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void ThrowIfFailed(string projectFile, ProcessRun run)
    {
        if (run.ExitCode != 0)
        {
            throw BuildErrors.From(projectFile, run);
        }
    }
}

/// <summary>One item of a project.</summary>
/// <param name="Include">As the project says it.</param>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Metadata">All that is known of it.</param>
internal sealed record EvaluatedItem(string Include, string FullPath, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Whether a build copies it to its output.</summary>
    public bool IsCopied => this["CopyToOutputDirectory"] is "Always" or "PreserveNewest" or "IfDifferent";

    /// <summary>Metadata by name; empty where there is none.</summary>
    public string this[string name] => Metadata.GetValueOrDefault(name, string.Empty);

    /// <summary>Reads one of MSBuild's answers.</summary>
    public static EvaluatedItem Read(JsonElement json)
    {
        var metadata = json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        return new EvaluatedItem(metadata["Identity"], metadata["FullPath"], metadata);
    }
}
