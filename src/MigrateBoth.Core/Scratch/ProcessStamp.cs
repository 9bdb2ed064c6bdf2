using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MigrateBoth.Core.Scratch;

/// <summary>Names one run of one process: a process id alone is handed out again.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Started">When it started, as an opaque text that is only compared.</param>
/// <param name="Scope">The machine, and on Linux the process id namespace, in which the id means something.</param>
public sealed record ProcessStamp(int Id, string Started, string Scope)
{
    /// <summary>The stamp of this process.</summary>
    public static ProcessStamp Current { get; } = Of(Environment.ProcessId)
        ?? throw new InvalidOperationException("This process has no start time.");

    /// <summary>The stamp of a process of this machine, or null when there is none with that id.</summary>
    public static ProcessStamp? Of(int processId)
    {
        var started = OperatingSystem.IsLinux() ? StartedOnLinux(processId) : StartedElsewhere(processId);
        return started is null ? null : new ProcessStamp(processId, started, CurrentScope());
    }

    /// <summary>Whether this process can be seen from here at all; another machine's or container's cannot.</summary>
    public bool IsLocal => Scope == CurrentScope();

    /// <summary>Whether the very process still runs. Ask only when <see cref="IsLocal"/>.</summary>
    public bool IsAlive => Of(Id) == this;

    /// <summary>Reads what <see cref="ToString"/> wrote, or null.</summary>
    public static ProcessStamp? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ', 3) is [var id, var started, var scope] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ProcessStamp(number, started, scope)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Started} {Scope}");

    /// <summary>Ticks since boot do not move when the clock is set, as <see cref="Process.StartTime"/> does; the boot id makes them unique.</summary>
    private static string? StartedOnLinux(int processId)
    {
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{processId}/stat");
        }
        catch (IOException)
        {
            return null; // No such process.
        }

        // The command, in parentheses, may hold spaces and parentheses itself: fields are counted from behind its end.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var (state, ticks) = (fields[0], fields[19]);
        var isDead = state is "Z" or "X";
        return isDead ? null : $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}:{ticks}";
    }

    private static string? StartedElsewhere(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // It is gone, or it is not ours: either way not the process that was stamped.
        }
    }

    private static string CurrentScope()
    {
        var processNamespace = OperatingSystem.IsLinux() ? File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name : null;
        return processNamespace is null ? Environment.MachineName : $"{Environment.MachineName}/{processNamespace}";
    }
}
