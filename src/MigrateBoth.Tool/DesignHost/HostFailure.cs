using System.Globalization;
using System.Text.RegularExpressions;

using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>Errors of the host itself, with its last activity and the last lines of its output.</summary>
internal static partial class HostFailure
{
    public static MigrateBothException Died(HostProcess process, string lastActivity) => Create(
        "host-died",
        $"The design host ended unexpectedly{(process.ExitCode is { } code ? $" with exit code {code.ToString(CultureInfo.InvariantCulture)}" : null)} while {lastActivity}.",
        process);

    public static MigrateBothException TimedOut(HostProcess process, string lastActivity, TimeSpan limit) => Create(
        "host-timeout",
        $"The design host did not answer for {limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s while {lastActivity}, and was ended.",
        process,
        "Code of the application that runs at design time (its Main, factory, constructor or OnModelCreating) may be waiting for something. "
            + "If it is only slow, allow it more with --timeout.");

    public static MigrateBothException WrongVersion(HostProcess process, int ours, string theirs) => Create(
        "host-version",
        $"The design host speaks protocol {theirs}, this tool {ours.ToString(CultureInfo.InvariantCulture)}.",
        process,
        "Install the tool again: its parts are of different versions.");

    private static MigrateBothException Create(string code, string message, HostProcess process, string? hint = null)
    {
        var lines = process.LastLines;
        var tail = lines.Count == 0 ? null : $"{Environment.NewLine}Its last lines:{string.Concat(lines.Select(line => $"{Environment.NewLine}  {line}"))}";
        return new MigrateBothException(ExitCode.Incomplete, code, Password().Replace(message + tail, "$1=***"), hint);
    }

    [GeneratedRegex("""\b(password|pwd)\s*=\s*("[^"]*"|'[^']*'|[^;\s"']*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
