using System.ComponentModel;
using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Reads from git which commit a report is about. Without git, or outside a repository, the report only has its time.</summary>
internal static class ReportOrigin
{
    public static CheckOrigin Of(CheckReport report, DateTimeOffset now)
    {
        var folder = Path.GetDirectoryName(report.ProjectFile) is { Length: > 0 } directory && Directory.Exists(directory) ? directory : Environment.CurrentDirectory;
        var commit = Git(folder, "rev-parse", "HEAD");
        // A pipeline checks out a commit and no branch.
        var branch = commit is null ? null : Git(folder, "symbolic-ref", "--short", "-q", "HEAD");
        return new CheckOrigin(report.Provenance?.Created ?? now, branch, commit);
    }

    private static string? Git(string folder, params IEnumerable<string> arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var text = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 && text.Length > 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>
/// Writes paths as build servers want them: relative to the repository's root, with forward slashes. Pipelines run in sub-folders; a
/// <see cref="SourceLocation"/> is relative to the root already.
/// </summary>
/// <param name="root">The repository's root.</param>
internal sealed class SourcePaths(string root)
{
    /// <summary>The paths of the repository that a directory is in; of the directory itself where it is in none.</summary>
    public static SourcePaths Of(string workingDirectory)
    {
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            // A file in a worktree, a folder elsewhere.
            if (Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return new SourcePaths(directory.FullName);
            }
        }

        return new SourcePaths(workingDirectory);
    }

    /// <summary>The whole path, in this machine's own spelling: what an editor on it can open.</summary>
    public string Absolute(string file) => Path.GetFullPath(file, root);

    /// <summary>The path from the root; a file outside it keeps its absolute path.</summary>
    public string FromRoot(string file)
    {
        var relative = Path.IsPathRooted(file) ? Path.GetRelativePath(root, file) : file;
        var isOutside = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return (isOutside ? file : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
