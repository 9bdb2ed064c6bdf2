using System.Diagnostics;

namespace MigrateBoth.Sqlite.Tests.Scratch;

/// <summary>A file system of a few kilobytes.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk()
    {
        Path = Directory.CreateTempSubdirectory("small-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", Path);
    }

    public string Path { get; }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var stream = new FileStream(System.IO.Path.Combine(Path, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    /// <summary>Why one cannot be made here, or null.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "needs Linux to mount a small file system";
        }

        try
        {
            new SmallDisk().Dispose();
            return null;
        }
        catch (InvalidOperationException e)
        {
            return $"needs the right to mount a small file system: {e.Message}";
        }
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(error.Trim());
        }
    }
}
