using System.Diagnostics;

namespace MigrateBoth.Tool.Tests.Processes;

/// <summary>Looks after processes that a test's subject has started.</summary>
internal static class Children
{
    /// <summary>Whether a process ends within ten seconds. A zombie, whose exit code has not been read yet, counts as ended.</summary>
    public static async Task<bool> IsGoneAsync(int processId)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(10); await Task.Delay(50))
        {
            if (IsGone(processId))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGone(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited || (OperatingSystem.IsLinux() && IsZombie(processId));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static bool IsZombie(int processId)
    {
        try
        {
            // "pid (name) state ...", where the name may hold anything.
            return File.ReadAllText($"/proc/{processId}/stat").Split(") ")[^1][0] == 'Z';
        }
        catch (IOException)
        {
            return true;
        }
    }
}
