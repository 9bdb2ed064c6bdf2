using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Testing;

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
                "No test project is named.",
                "Name the projects of the shared suite in \"tests\" of migrateboth.json, or with --tests PATH."),
        };
    }
}
