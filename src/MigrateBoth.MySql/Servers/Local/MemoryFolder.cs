namespace MigrateBoth.MySql.Servers.Local;

/// <summary>A file system in memory, where the machine has one that is large enough.</summary>
internal static class MemoryFolder
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>A fresh data directory takes about 100 MB; the rest is for the user's data.</summary>
    private const long Enough = 1L << 30;

    /// <summary>Its path, or null.</summary>
    public static string? Find()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(SharedMemory))
        {
            return null;
        }

        try
        {
            return new DriveInfo(SharedMemory).AvailableFreeSpace >= Enough && CanWrite() ? SharedMemory : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // Mounted in a way that keeps us out: the temporary folder serves as well.
        }
    }

    private static bool CanWrite()
    {
        using (File.Create(Path.Combine(SharedMemory, $"migrateboth-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
        {
            return true;
        }
    }
}
