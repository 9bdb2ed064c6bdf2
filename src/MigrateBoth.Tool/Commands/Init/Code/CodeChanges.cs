using System.Globalization;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Providers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>What <c>init</c> changes in an application, so that one context serves both engines. Only shapes that are understood for certain are changed.</summary>
internal static class CodeChanges
{
    /// <summary>The changes, each file whole; empty where nothing is missing.</summary>
    /// <param name="workspace">The projects.</param>
    /// <param name="layout">Context and migrations.</param>
    /// <param name="startups">The projects that make the context.</param>
    public static IReadOnlyList<CodeChange> Plan(Workspace workspace, FoundLayout layout, IReadOnlyList<ProjectFacts> startups)
    {
        // Projects and contexts of their own need no package; an application that has one made its choice.
        if (layout.Layout != MigrationsLayout.Folders || layout.Context is null || workspace.HasOwnMigrationsAssembly || !layout.Project.IsCSharp)
        {
            return [];
        }

        List<ProjectFacts> projects = [layout.Project, .. startups.Where(startup => startup.File != layout.Project.File)];
        var hasRuntime = projects.Exists(project => workspace.Package(project, ProjectPackages.IsRuntime) is not null);
        var sources = projects.Where(project => project.IsCSharp).SelectMany(project => SourceFolders.CSharpFiles(project.Directory)).Distinct().Select(CSharpFile.Read).ToList();
        var registered = hasRuntime ? [] : RegistrationRewriter.Rewrite(sources, layout.Context.Name, MigrationNamespaces.Of(layout));
        return hasRuntime || registered.Count > 0 ? [.. registered, .. PackageReferences.Plan(Missing(workspace, layout, projects, hasRuntime))] : [];
    }

    private static IEnumerable<MissingPackage> Missing(Workspace workspace, FoundLayout layout, IReadOnlyList<ProjectFacts> projects, bool hasRuntime)
    {
        (string Name, string? Version)? Find(Func<string, bool> isWanted) => projects.Select(project => workspace.Package(project, isWanted)).FirstOrDefault(package => package is not null);

        // Without a package of EF Core the version is the user's to choose.
        if (Find(ProjectPackages.IsEfCore) is not { Version: { } version } || MajorOf(version) is not { } major)
        {
            yield break;
        }

        if (!hasRuntime)
        {
            yield return new MissingPackage(layout.Project, ProjectPackages.Runtime, ToolVersion);
        }

        if (Find(ProjectPackages.IsSqliteProvider) is null)
        {
            yield return new MissingPackage(layout.Project, "Microsoft.EntityFrameworkCore.Sqlite", version);
        }

        if (Find(ProjectPackages.IsMySqlProvider) is null)
        {
            var provider = MySqlProviders.For(major);
            yield return new MissingPackage(layout.Project, provider.Package, provider.Tested.TryGetValue(major, out var tested) ? tested : $"{major}.*");
        }

        if (projects.SelectMany(project => project.Packages.Keys).All(package => !ProjectPackages.IsDesign(package)))
        {
            yield return new MissingPackage(projects[^1], "Microsoft.EntityFrameworkCore.Design", version) { IsPrivate = true };
        }
    }

    private static string ToolVersion => ToolName.Version.Split('+')[0];

    private static int? MajorOf(string version) => int.TryParse(version.TrimStart('[', '(').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}

/// <summary>A file before and after.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Before">Its text.</param>
/// <param name="After">Its text with the change.</param>
internal sealed record CodeChange(string Path, string Before, string After);

/// <summary>A package that an application lacks.</summary>
/// <param name="Project">The project that gets it.</param>
/// <param name="Name">The package.</param>
/// <param name="Version">The version.</param>
internal sealed record MissingPackage(ProjectFacts Project, string Name, string Version)
{
    /// <summary>Whether it is for tools only and does not flow to other projects.</summary>
    public bool IsPrivate { get; init; }
}
