using System.Globalization;
using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Providers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>Code changes that are written before they are tried, and reverted if they do not work.</summary>
internal sealed class ChangedCode : IDisposable
{
    private readonly string _directory;
    private bool _isKept;

    private ChangedCode(IReadOnlyList<CodeChange> changes, string directory) => (Changes, _directory) = (changes, directory);

    public IReadOnlyList<CodeChange> Changes { get; }

    /// <summary>Whether they are written.</summary>
    public bool IsWritten { get; private init; }

    /// <summary>Writes them with <c>--yes</c>, or where a person says so who has seen them.</summary>
    public static ChangedCode Begin(IReadOnlyList<CodeChange> changes, InitOptions options, CommandContext context)
    {
        var directory = context.Console.WorkingDirectory;
        if (changes.Count == 0 || options.DryRun || !(options.Yes || IsConfirmed(changes, context.Console)))
        {
            return new ChangedCode(changes, directory);
        }

        Write(directory, changes.Select(change => (change.Path, change.After)));
        return new ChangedCode(changes, directory) { IsWritten = true };
    }

    /// <summary>They work, or stay for another reason.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (IsWritten && !_isKept)
        {
            Write(_directory, Changes.Select(change => (change.Path, change.Before)));
        }
    }

    /// <summary>The changes as they are shown.</summary>
    public static IEnumerable<string> Shown(IReadOnlyList<CodeChange> changes, string directory) =>
        changes.SelectMany(change => TextDiff.Of(change.Before, change.After).Prepend($"{PathText.Short(change.Path, directory)}:"));

    private static bool IsConfirmed(IReadOnlyList<CodeChange> changes, ToolConsole console)
    {
        if (console.Answers is not { } answers || console.IsContinuousIntegration)
        {
            return false;
        }

        console.Error.WriteLine("Changes that let one context serve both engines:");
        foreach (var line in Shown(changes, console.WorkingDirectory))
        {
            console.Error.WriteLine($"  {line}");
        }

        console.Error.Write("Make them? [Y/n] ");
        console.Error.Flush();
        return answers.ReadLine()?.Trim() is { } answer && (answer.Length == 0 || answer.StartsWith("y", StringComparison.OrdinalIgnoreCase));
    }

    private static void Write(string directory, IEnumerable<(string Path, string Text)> files)
    {
        using var held = PairLock.Acquire(directory, "init");
        new PairWriter(held, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            .Write("init", [.. files.Select(file => new PairFile(file.Path, (HasMark(file.Path) ? "\uFEFF" : string.Empty) + file.Text, MustBeNew: false))]);
    }

    private static bool HasMark(string path) => File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble);
}

/// <summary>What <c>init</c> changes in an application, so that one context serves both engines. Only code that is fully understood is changed.</summary>
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

/// <summary>Writes the option that tells the run-time package the namespaces of the migrations.</summary>
internal static class MigrationNamespaces
{
    /// <summary>The call that names the folders; null where they are called after their providers, which needs none.</summary>
    public static string? Of(FoundLayout layout)
    {
        var (sqlite, mySql) = (Segments(layout.Sqlite), Segments(layout.MySql));
        return IsSpeaking(sqlite, Engine.Sqlite) && IsSpeaking(mySql, Engine.MySql)
            ? null
            : $"MigrationNamespaces(sqlite: \"{string.Join('.', sqlite)}\", mySql: \"{string.Join('.', mySql)}\")";
    }

    /// <summary>The folder, unless the migrations are in a namespace that says something else.</summary>
    private static string[] Segments(FoundSide side)
    {
        var folder = side.Folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return side.Namespace is not { Length: > 0 } space || $".{space}".EndsWith($".{string.Join('.', folder)}", StringComparison.OrdinalIgnoreCase) ? folder : space.Split('.');
    }

    private static bool IsSpeaking(string[] segments, Engine engine) => segments.Contains(engine.ToString(), StringComparer.OrdinalIgnoreCase);
}
