using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>The projects that make the model and hold the migrations.</summary>
/// <param name="Project">The project of the context.</param>
/// <param name="Start">Where paths start: the configuration's folder, or the project's.</param>
/// <param name="Top">The repository's folder; where there is none, the root of the file system.</param>
/// <param name="Graph">All of them, with what they refer to.</param>
internal sealed record CheckedProjects(string Project, string Start, string Top, ProjectGraph Graph)
{
    /// <summary>Finds them.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">78: there is no project.</exception>
    public static CheckedProjects Of(MigrateBothConfiguration configuration)
    {
        var project = ProjectFinder.Find(configuration);
        var start = Path.GetDirectoryName(configuration.File ?? project)!;
        var top = TopOf(start);
        IEnumerable<string?> named = [configuration.StartupProject, configuration.Sqlite.Project, configuration.MySql.Project];
        return new CheckedProjects(project, start, top, ProjectGraph.Follow(named.OfType<string>().Select(ProjectFinder.Resolve).Prepend(project), top));
    }

    /// <summary>The sources of projects, these or others of the repository.</summary>
    public IEnumerable<string> Sources(ProjectGraph graph)
    {
        // Where a path could lead anywhere, everything counts.
        IEnumerable<string> everywhere = graph.IsOpen ? [.. graph.Folders, Path.GetPathRoot(Top) == Top ? Start : Top] : [];
        return graph.Sources.Concat(everywhere.SelectMany(SourceFiles.Under)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal);
    }

    private static string TopOf(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            var git = Path.Combine(directory.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return directory.FullName;
            }
        }

        return Path.GetPathRoot(start)!;
    }
}
