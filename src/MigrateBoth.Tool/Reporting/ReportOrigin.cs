using System.ComponentModel;
using System.Diagnostics;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Asks git which commit a report is about. Without git, or outside of a repository, the report says when it was made and no more.</summary>
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
