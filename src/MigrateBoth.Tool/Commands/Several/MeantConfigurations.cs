using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Configuration.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Several;

/// <summary>The configurations that a command line selects.</summary>
internal static class MeantConfigurations
{
    /// <summary>The configurations, and those that another project's build checks. None where the command looks for its one configuration by itself.</summary>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Elsewhere) Of(ProjectOptions project, CommandContext context)
    {
        var directory = context.Console.WorkingDirectory;
        if (project.All)
        {
            return (ConfigurationFiles.All(directory), []);
        }

        if (project.ConfigFile is not null || context.Console.Variable(ConfigurationNames.ConfigVariable) is not null || ConfigurationFiles.Nearest(directory) is not { Count: > 1 } files)
        {
            return ([], []);
        }

        if ((project.Context ?? context.Console.Variable($"{ConfigurationNames.VariablePrefix}CONTEXT")) is { } name)
        {
            return (files.Where(file => IsAbout(file, name)).ToList() is [var only] ? [only] : [], []);
        }

        if ((project.Project ?? context.Console.Variable($"{ConfigurationNames.VariablePrefix}PROJECT")) is not null)
        {
            return ([], []);
        }

        var elsewhere = context.Console.Variable(CheckedProjectsFile.BuiltProjectVariable) is { } built ? files.Where(file => StartsAnother(file, built)).ToList() : [];
        return elsewhere.Count == files.Count ? (files, []) : ([.. files.Except(elsewhere)], elsewhere);
    }

    /// <summary>Whether a configuration names test projects. One that cannot be read counts, so that running it reports what is wrong.</summary>
    public static bool NamesTests(string file)
    {
        try
        {
            return ConfigurationFile.Read(file).Tests is { Count: > 0 };
        }
        catch (MigrateBothException)
        {
            return true;
        }
    }

    /// <summary>How a configuration is called in results: its path from the working directory.</summary>
    public static string LabelOf(string file, CommandContext context) => Path.GetRelativePath(context.Console.WorkingDirectory, file).Replace('\\', '/');

    /// <summary>The part of its name that tells it from the others, for names of files; null for <c>migrateboth.json</c>.</summary>
    public static string? WordOf(string file, CommandContext context)
    {
        var folder = Path.GetDirectoryName(LabelOf(file, context))!.Replace("..", string.Empty, StringComparison.Ordinal).Trim('/', '\\').Replace('/', '-').Replace('\\', '-');
        var name = Path.GetFileNameWithoutExtension(file)["migrateboth".Length..].TrimStart('.');
        return string.Join('-', new[] { folder, name }.Where(part => part.Length > 0)) is { Length: > 0 } word ? word : null;
    }

    private static bool IsAbout(string file, string context)
    {
        var layer = ConfigurationFile.Read(file);
        return new[] { layer.Context, layer.Sqlite.Context, layer.MySql.Context }.OfType<string>()
            .Any(named => named == context || named.EndsWith($".{context}", StringComparison.Ordinal) || context.EndsWith($".{named}", StringComparison.Ordinal));
    }

    /// <summary>Whether a configuration names another start-up project. What it does not name is looked for where the build stands.</summary>
    private static bool StartsAnother(string file, string built)
    {
        var layer = ConfigurationFile.Read(file);
        return (layer.StartupProject ?? layer.Project)?.FullPath is { } startup
            && (File.Exists(startup) || Directory.Exists(startup))
            && !string.Equals(ProjectFinder.Resolve(startup), Path.GetFullPath(built), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}

/// <summary>The contexts of the configurations beside the one at hand: they may share a database with it.</summary>
internal static class OtherContexts
{
    /// <summary>Reads them from the application, one after the other. One that cannot be read is named, and its tables and migrations count as unknown.</summary>
    /// <param name="configuration">The configuration at hand.</param>
    /// <param name="project">How the project is built.</param>
    /// <param name="context">Services and progress.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<OtherContext>> ReadAsync(
        MigrateBothConfiguration configuration, ProjectOptions project, CommandContext context, CancellationToken cancellationToken)
    {
        var others = new List<OtherContext>();
        var beside = configuration.File is { } file ? ConfigurationFiles.Beside(file) : [];
        foreach (var other in beside.Concat(project.Others).Distinct())
        {
            try
            {
                var own = new ProjectOptions { ConfigFile = other, Build = project.Build }.Load(context);
                await using var session = await ProjectSession.OpenAsync(own, project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
                others.Add(new OtherContext(Path.GetFileName(other), await session.DescribeAsync(cancellationToken).ConfigureAwait(false)));
            }
            catch (MigrateBothException exception) when (exception.ExitCode is ExitCode.Incomplete or ExitCode.Configuration)
            {
                context.Progress.Warning($"{Path.GetFileName(other)} could not be read, so that its tables and migrations count as unknown: {exception.Message}");
            }
        }

        return others;
    }
}
