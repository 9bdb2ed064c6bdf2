using System.Diagnostics;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Testing;

/// <summary>Builds the test projects once for both engines.</summary>
internal interface ITestProjectBuilder
{
    /// <summary>Builds, or looks at the last build, and finds out what runs each project.</summary>
    /// <exception cref="MigrateBothException">2: a build failed or is not there. 78: a project is not a test project.</exception>
    Task<IReadOnlyList<TestProject>> BuildAsync(IReadOnlyList<string> projectFiles, BuildSettings settings, CancellationToken cancellationToken);
}

/// <summary>A test project that is built.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="AssemblyPath">The built assembly.</param>
/// <param name="Directory">The folder of the project file.</param>
/// <param name="Runner">What runs it.</param>
internal sealed record TestProject(string Name, string AssemblyPath, string Directory, ITestRunner Runner)
{
    /// <summary>What it was built from: in a repository the SDK writes the commit into the informational version. Null where it did not.</summary>
    public TestSource? Source => FileVersionInfo.GetVersionInfo(AssemblyPath).ProductVersion?.Split('+') is [_, { Length: > 0 } commit] ? new TestSource(Name, commit) : null;
}

/// <summary>Finds the test projects that a command is about.</summary>
internal static class TestProjects
{
    /// <summary>Those of <c>--tests</c>, else those of the configuration, else the one project in the working directory.</summary>
    /// <param name="named"><c>--tests</c>, as typed.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="context">The working directory.</param>
    /// <exception cref="MigrateBothException">78: a path that points at nothing, or no project at all.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> named, MigrateBothConfiguration configuration, CommandContext context)
    {
        IEnumerable<string> paths = named.Count > 0
            ? named.Select(path => Path.GetFullPath(path, context.Console.WorkingDirectory))
            : configuration.Tests;
        List<string> projects = [.. paths.Select(ProjectFinder.Resolve).Distinct(StringComparer.Ordinal)];
        if (projects.Count > 0)
        {
            return projects;
        }

        return Directory.EnumerateFiles(context.Console.WorkingDirectory, "*.csproj").Order(StringComparer.Ordinal).ToList() switch
        {
            [var only] => [only],
            _ => throw new MigrateBothException(
                ExitCode.Configuration,
                "no-test-projects",
                "No test project is configured.",
                "Name the projects of the shared suite in \"tests\" of migrateboth.json, or with --tests PATH."),
        };
    }
}

/// <summary>Builds the test projects once for both engines.</summary>
internal sealed class TestProjectBuilder(IProgressDisplay progress) : ITestProjectBuilder
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TestProject>> BuildAsync(IReadOnlyList<string> projectFiles, BuildSettings settings, CancellationToken cancellationToken)
    {
        using var step = progress.Begin(settings.NoBuild ? "test projects" : "build");
        var msbuild = new MSBuildInvocation(settings, progress);
        try
        {
            var projects = new List<TestProject>();
            foreach (var file in projectFiles)
            {
                // One after the other: they mostly share the projects they test.
                var output = settings.NoBuild
                    ? await msbuild.EvaluateAsync(file, user: null, cancellationToken).ConfigureAwait(false)
                    : await msbuild.BuildAsync(file, cancellationToken).ConfigureAwait(false);
                projects.Add(await DescribeAsync(output, cancellationToken).ConfigureAwait(false));
                if (settings.NoBuild)
                {
                    BuildAge.WarnIfOld(output, progress);
                }
            }

            ThrowIfAmbiguous(projects);
            step.Succeed();
            return projects;
        }
        catch (MigrateBothException)
        {
            step.Fail();
            throw;
        }
    }

    private static async Task<TestProject> DescribeAsync(ProjectOutput output, CancellationToken cancellationToken)
    {
        if (!File.Exists(output.AssemblyPath))
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "not-built",
                $"{output.ProjectFile} has no output: '{output.AssemblyPath}' does not exist.",
                "Leave out --no-build, or build the project first with the same --configuration and --framework.");
        }

        var runner = await TestRunners.FindAsync(output.ProjectFile, output.AssemblyPath, output.Properties, cancellationToken).ConfigureAwait(false)
            ?? throw new MigrateBothException(
                ExitCode.Configuration,
                "no-test-project",
                $"{output.ProjectFile} is not a test project: it references neither Microsoft.NET.Test.Sdk nor a framework with its own runner.",
                "Name the projects of the shared suite in \"tests\" of migrateboth.json, or with --tests PATH.");
        return new TestProject(output.AssemblyName, output.AssemblyPath, output.Directory, runner);
    }

    /// <summary>Results and recordings are distinguished by the assembly's name.</summary>
    private static void ThrowIfAmbiguous(List<TestProject> projects)
    {
        if (projects.GroupBy(project => project.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "test-project-ambiguous", $"Two test projects build an assembly of the name {twice.Key}.", "Give one of them another AssemblyName.");
        }
    }
}
