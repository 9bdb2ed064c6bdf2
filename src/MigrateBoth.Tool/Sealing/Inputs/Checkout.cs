using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Reporting;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// The files that a check is about: all that git tracks, and all that it would add. Outside of a repository it is the whole folder of the configuration.
/// Left out are what the check itself and a build write (untracked <c>bin</c> and <c>obj</c> next to a project file, reports), and what <c>gate.ignore</c> names.
/// </summary>
internal sealed class Checkout
{
    // Files that MSBuild takes by their name, wherever git stands to them.
    private static readonly string[] BuildNames =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp", "MSBuild.rsp", "Directory.Solution.props", "Directory.Solution.targets", "global.json", "nuget.config", "NuGet.Config", "NuGet.config"];

    // Of the files that git ignores, those that a build or a check could read.
    private static readonly string[] ReadByBuilds =
        [".cs", ".fs", ".vb", ".resx", ".sql", ".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".projitems", ".user", ".rsp", ".runsettings", ".globalconfig", ".ruleset", ".json"];

    // A pipeline may keep these inside the checkout.
    private static readonly string[] CacheVariables = ["NUGET_PACKAGES", "DOTNET_CLI_HOME", "TMPDIR", "MIGRATEBOTH_STATE_DIR"];

    private static readonly EnumerationOptions Here = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    private readonly IgnoredPaths _ignored;
    private readonly string? _configuration;
    private readonly string[] _caches;

    private Checkout(string start, string top, bool isGit, MigrateBothConfiguration configuration)
    {
        (Start, Top, IsGit) = (start, top, isGit);
        _ignored = new IgnoredPaths(configuration.GateIgnore);
        _configuration = configuration.File;
        _caches = [.. CacheVariables.Select(Environment.GetEnvironmentVariable).OfType<string>().Where(Path.IsPathRooted).Select(folder => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).Where(folder => folder.Length > top.Length + 1)];
    }

    /// <summary>Where paths start: the folder of the configuration, or of the project.</summary>
    public string Start { get; }

    /// <summary>The folder of the repository; without one it is <see cref="Start"/>.</summary>
    public string Top { get; }

    /// <summary>Whether git says what belongs to it.</summary>
    public bool IsGit { get; }

    /// <summary>Where paths start.</summary>
    public static string StartOf(MigrateBothConfiguration configuration) => Path.GetDirectoryName(configuration.File ?? ProjectFinder.Find(configuration))!;

    /// <summary>Finds the checkout of a configuration.</summary>
    public static Checkout Of(MigrateBothConfiguration configuration)
    {
        var start = StartOf(configuration);
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            var git = Path.Combine(directory.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                // A folder that its repository ignores is not part of it.
                var isPart = directory.FullName == start || Git(directory.FullName, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", start]).Count > 0;
                return isPart ? new Checkout(start, directory.FullName, true, configuration) : new Checkout(start, start, false, configuration);
            }
        }

        return new Checkout(start, start, false, configuration);
    }

    /// <summary>A path as reports write it.</summary>
    public string Relative(string path) => Path.GetRelativePath(Start, path).Replace('\\', '/');

    /// <summary>All files, absolute.</summary>
    public HashSet<string> Files()
    {
        var files = (IsGit ? OfGit(Top) : OfFolder(Top, Top)).Where(Counts).ToHashSet(StringComparer.Ordinal);
        foreach (var file in TakenByName(files).Where(Counts).ToList())
        {
            files.Add(file);
        }

        return files;
    }

    /// <summary>Whether a file counts that is there: it is declared nowhere not to.</summary>
    public bool Counts(string file) => file != _configuration && !_ignored.Match(Relative(file), Path.GetRelativePath(Top, file).Replace('\\', '/'));

    /// <summary>Whether a file lies where builds write: <c>bin</c> or <c>obj</c> next to a project file, or below <c>artifacts</c>.</summary>
    public static bool IsOutput(string file)
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(file)!); folder?.Parent is { } parent; folder = parent)
        {
            if ((folder.Name.Equals("bin", StringComparison.OrdinalIgnoreCase) || folder.Name.Equals("obj", StringComparison.OrdinalIgnoreCase))
                && (parent.Name == "artifacts" || (parent.Exists && parent.EnumerateFiles("*.*proj", Here).Any())))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> OfGit(string folder)
    {
        var outputs = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var entry in Git(folder, ["ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard"]))
        {
            var (isTracked, path) = (entry[0] != '?', Path.Combine(folder, entry[2..]));
            if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            {
                // A submodule, or a repository inside this one.
                foreach (var inner in Path.Exists(Path.Combine(path, ".git")) ? OfGit(path) : OfFolder(path, path))
                {
                    yield return inner;
                }
            }
            else if (isTracked ? Path.Exists(path) || new FileInfo(path).LinkTarget is not null : !IsWritten(path, outputs))
            {
                yield return path;
            }
        }

        // Whole folders that git ignores are not looked into; what MSBuild reads from them is in the report.
        foreach (var path in Git(folder, ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"]))
        {
            var file = Path.Combine(folder, path);
            if (ReadByBuilds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && File.Exists(file) && !IsWritten(file, outputs))
            {
                yield return file;
            }
        }
    }

    /// <summary>A folder with all that is below it. Links are entries of their own and are not followed.</summary>
    private IEnumerable<string> OfFolder(string folder, string top)
    {
        var outputs = new Dictionary<string, bool>(StringComparer.Ordinal);
        var left = new Stack<string>([folder]);
        while (left.TryPop(out var next))
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(next, "*", Here))
            {
                var isFolder = Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null;
                if (isFolder && Path.GetFileName(entry) != ".git")
                {
                    left.Push(entry);
                }
                else if (!isFolder && Path.GetFileName(entry) != ".git" && !IsWritten(entry, outputs))
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>Whether an uncommitted file is an output of a build or a check.</summary>
    private bool IsWritten(string file, Dictionary<string, bool> outputs)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!outputs.TryGetValue(folder, out var isOutput))
        {
            outputs.Add(folder, isOutput = IsOutput(file));
        }

        return isOutput || Array.Exists(_caches, cache => file.StartsWith(cache, StringComparison.Ordinal)) || OwnReports.Include(file);
    }

    /// <summary>What MSBuild takes by its name, also where git ignores it or where it is above the repository.</summary>
    private IEnumerable<string> TakenByName(HashSet<string> files)
    {
        var folders = files.Select(file => Path.GetDirectoryName(file)!).ToHashSet(StringComparer.Ordinal);
        for (var above = new DirectoryInfo(Start); above is not null; above = above.Parent)
        {
            folders.Add(above.FullName);
        }

        return folders.SelectMany(folder => BuildNames.Select(name => Path.Combine(folder, name)))
            .Concat(files.Where(file => Path.GetExtension(file).EndsWith("proj", StringComparison.OrdinalIgnoreCase)).Select(file => file + ".user"))
            .Where(File.Exists);
    }

    private static List<string> Git(string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.fsmonitor=false", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0
                ? [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)]
                : throw new IOException($"git could not list the files of {folder}: {error.GetAwaiter().GetResult().Trim()}");
        }
        catch (Win32Exception exception)
        {
            throw new IOException($"git, which is needed to list the files of {folder}, could not be started: {exception.Message}", exception);
        }
    }
}
