using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Projects;

/// <summary>Chooses the framework of a project that has several.</summary>
internal static class ProjectFrameworks
{
    /// <summary>The framework that a project refers to when it is built for <paramref name="userFramework"/>: the same, or the newest older one.</summary>
    public static string ChooseFor(string userFramework, string projectFile, string frameworks)
    {
        var all = Split(frameworks);
        var nearest = all.FirstOrDefault(framework => framework.Equals(userFramework, StringComparison.OrdinalIgnoreCase))
            ?? all.Where(framework => Rank(framework) <= Rank(userFramework)).MaxBy(Rank);
        return nearest ?? Choose(projectFile, frameworks, wanted: userFramework);
    }

    /// <summary>The wanted framework if the project has it, or the only one.</summary>
    /// <param name="projectFile">The project.</param>
    /// <param name="frameworks">MSBuild's <c>TargetFrameworks</c>.</param>
    /// <param name="wanted"><c>--framework</c>, or null.</param>
    /// <exception cref="MigrateBothException">78: several and none was named, or the named one is not among them.</exception>
    public static string Choose(string projectFile, string frameworks, string? wanted)
    {
        var all = Split(frameworks);
        if (all.Length == 1 && wanted is null)
        {
            return all[0];
        }

        if (wanted is not null && all.Contains(wanted, StringComparer.OrdinalIgnoreCase))
        {
            return wanted;
        }

        throw new MigrateBothException(
            ExitCode.Configuration,
            wanted is null ? "framework-ambiguous" : "framework-not-found",
            all.Length == 0
                ? $"{projectFile} has no target framework."
                : $"{projectFile} targets {string.Join(", ", all)}{(wanted is null ? "." : $" and not {wanted}.")}",
            "Name one with --framework.");
    }

    private static string[] Split(string frameworks) =>
        frameworks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>net8.0</c> is above <c>netstandard2.1</c>, and neither is a number that a text comparison would sort.</summary>
    private static Version Rank(string framework)
    {
        var name = framework.Split('-')[0];
        var isStandard = name.StartsWith("netstandard", StringComparison.OrdinalIgnoreCase);
        var number = name.Replace("netstandard", string.Empty, StringComparison.OrdinalIgnoreCase).Replace("net", string.Empty, StringComparison.OrdinalIgnoreCase);
        return Version.TryParse(number, out var version) ? (isStandard ? new Version(0, version.Major, version.Minor) : version) : new Version(0, 0);
    }
}
