using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Testing;

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
                $"{output.ProjectFile} is no test project: it refers neither to Microsoft.NET.Test.Sdk nor to a framework that runs itself.",
                "Name the projects of the shared suite in \"tests\" of migrateboth.json, or with --tests PATH.");
        return new TestProject(output.AssemblyName, output.AssemblyPath, output.Directory, runner);
    }

    /// <summary>Results and recordings are told apart by the assembly's name.</summary>
    private static void ThrowIfAmbiguous(List<TestProject> projects)
    {
        if (projects.GroupBy(project => project.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new MigrateBothException(
                ExitCode.Configuration, "test-project-ambiguous", $"Two test projects build an assembly of the name {twice.Key}.", "Give one of them another AssemblyName.");
        }
    }
}
