namespace MigrateBoth.Testing.Leftovers;

/// <summary>
/// A directory of this process. A file in it stays locked as long as the process lives; a directory whose lock can be taken belongs to a
/// process that has ended.
/// </summary>
internal sealed class RunDirectory : IDisposable
{
    private const string LockName = "owner.lock";
    private readonly FileStream _lock;

    private RunDirectory(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>The parent directory of all runs. It is specific to the user, because the temporary directory may be shared.</summary>
    public static string DefaultParent { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"migrateboth-testing-{Environment.UserName}");

    /// <summary>The path of the directory.</summary>
    public string Path { get; }

    /// <summary>Makes a directory and locks it.</summary>
    public static RunDirectory Create(string parent)
    {
        var path = System.IO.Path.Combine(parent, $"{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Another run removed the empty parent directory at the same time.
            Directory.CreateDirectory(path);
        }

        var @lock = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        return new RunDirectory(path, @lock);
    }

    /// <summary>Removes the directories of processes that are gone.</summary>
    public static void Sweep(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var directory in Directory.EnumerateDirectories(parent))
        {
            if (IsAbandoned(directory))
            {
                TryDelete(directory);
            }
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        TryDelete(Path);
        TryDelete(System.IO.Path.GetDirectoryName(Path)!, recursive: false);
    }

    private static bool IsAbandoned(string directory)
    {
        var file = System.IO.Path.Combine(directory, LockName);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (FileNotFoundException)
        {
            // It may be in the process of being created or removed: wait a minute before it counts as abandoned.
            return Directory.GetCreationTimeUtc(directory) < DateTime.UtcNow.AddMinutes(-1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // Its owner lives.
        }
    }

    private static void TryDelete(string directory, bool recursive = true)
    {
        try
        {
            Directory.Delete(directory, recursive);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file is still open (Windows), another sweep is running, or the parent is in use: the next run sweeps it.
        }
    }
}
