using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Projects;

/// <summary>Builds or evaluates one project and reads what MSBuild says of it, both in one process.</summary>
internal sealed class MSBuildInvocation(BuildSettings settings, IProgressDisplay progress)
{
    private const int FewProjects = 4;

    private static readonly string[] Properties =
        ["TargetPath", "AssemblyName", "RootNamespace", "TargetFramework", "TargetFrameworks", "Nullable", "Language", .. TestRunners.Properties];

    /// <summary>Builds. <c>-getProperty</c> alone would only evaluate: the target has to be named.</summary>
    public async Task<ProjectOutput> BuildAsync(string projectFile, CancellationToken cancellationToken)
    {
        var stamp = new RestoreStamp(projectFile, settings);
        if (stamp.IsCurrent())
        {
            try
            {
                return await BuildAsync(projectFile, ["--no-restore"], cancellationToken).ConfigureAwait(false);
            }
            catch (MigrateBothException exception) when (BuildErrors.IsAboutRestore(exception))
            {
                // The packages themselves are gone, which no project file tells.
                progress.Detail($"restoring {projectFile} after all");
            }
        }

        var output = await BuildAsync(projectFile, [], cancellationToken).ConfigureAwait(false);
        stamp.Write();
        return output;
    }

    private Task<ProjectOutput> BuildAsync(string projectFile, string[] options, CancellationToken cancellationToken)
    {
        // A few projects that refer to each other are built one after the other anyway; further MSBuild nodes only cost their start.
        string[] nodes = ReferencedProjects.Of(projectFile).Count is > 0 and <= FewProjects ? ["-m:1"] : [];

        // The option, not the property: a property would reach the restore too, which is for all frameworks at once.
        return InvokeAsync(
            projectFile,
            framework => ["build", projectFile, "-t:Build", .. options, .. nodes, .. framework is null ? (string[])[] : ["--framework", framework]],
            settings.Framework,
            user: null,
            cancellationToken);
    }

    /// <summary>Evaluates without building, about half a second.</summary>
    /// <param name="projectFile">The project.</param>
    /// <param name="user">The project that refers to it and so decides its framework; null when the project is requested itself.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<ProjectOutput> EvaluateAsync(string projectFile, Task<ProjectOutput>? user, CancellationToken cancellationToken) =>
        InvokeAsync(
            projectFile,
            framework => ["msbuild", projectFile, .. framework is null ? (string[])[] : [$"-p:TargetFramework={framework}"]],
            user is null ? settings.Framework : null,
            user,
            cancellationToken);

    private async Task<ProjectOutput> InvokeAsync(
        string projectFile, Func<string?, string[]> command, string? framework, Task<ProjectOutput>? user, CancellationToken cancellationToken)
    {
        List<string> arguments = [.. command(framework), "-nologo", .. Properties.Select(property => $"-getProperty:{property}")];
        if (settings.Configuration is { } configuration)
        {
            arguments.Add($"-p:Configuration={configuration}");
        }

        var run = await DotnetCommand.RunAsync(arguments, Path.GetDirectoryName(projectFile)!, cancellationToken).ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            throw BuildErrors.From(projectFile, run);
        }

        foreach (var warning in BuildErrors.Lines(run.Error))
        {
            progress.Detail(warning);
        }

        var properties = Parse(projectFile, run);
        if (properties["TargetFramework"].Length == 0)
        {
            var chosen = user is null
                ? ProjectFrameworks.Choose(projectFile, properties["TargetFrameworks"], settings.Framework)
                : ProjectFrameworks.ChooseFor((await user.ConfigureAwait(false)).TargetFramework, projectFile, properties["TargetFrameworks"]);
            return await InvokeAsync(projectFile, command, chosen, user: null, cancellationToken).ConfigureAwait(false);
        }

        return new ProjectOutput(
            projectFile,
            properties["TargetPath"],
            properties["AssemblyName"],
            properties["RootNamespace"],
            properties["TargetFramework"],
            properties["Nullable"],
            properties["Language"])
        {
            Properties = properties,
        };
    }

    private static Dictionary<string, string> Parse(string projectFile, ProcessRun run)
    {
        // A target of the user's may print before the answer, so the answer is what begins at its first brace on a line.
        var start = run.Out.StartsWith('{') ? 0 : run.Out.IndexOf("\n{", StringComparison.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(run.Out[Math.Max(start, 0)..]);
            return json.RootElement.GetProperty("Properties").EnumerateObject()
                .ToDictionary(property => property.Name, property => property.Value.GetString() ?? string.Empty);
        }
        catch (JsonException exception)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "build-not-understood",
                $"MSBuild did not return the properties of {projectFile}: {run.Out.Trim()}",
                "The tool needs MSBuild 17.8 or newer (.NET SDK 8).",
                exception);
        }
    }
}
