using System.Globalization;
using System.Text;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>
/// One change of a project's migrations at a time, from before the build until the files are written: two commands that both
/// scaffold from the same snapshot would each write a pair that does not know of the other. The operating system frees the
/// lock with the process, however that ends.
/// </summary>
internal sealed class PairLock : IDisposable
{
    /// <summary>The lock's file name, in the directory of the context's project.</summary>
    public const string FileName = ".migrateboth-pair.lock";

    private readonly FileStream _stream;

    private PairLock(FileStream stream, string directory)
    {
        _stream = stream;
        Directory = directory;
    }

    /// <summary>The directory that is locked.</summary>
    public string Directory { get; }

    /// <summary>Takes the lock.</summary>
    /// <param name="directory">The directory of the context's project.</param>
    /// <param name="description">The purpose of the lock, such as <c>add Init</c>; shown to a process that finds the lock taken.</param>
    /// <exception cref="MigrateBothException"><c>pair-in-progress</c>, or the directory cannot be written.</exception>
    public static PairLock Acquire(string directory, string description)
    {
        var path = Path.Combine(directory, FileName);
        while (true)
        {
            FileStream stream;
            try
            {
                stream = Open(path, FileMode.OpenOrCreate);
            }
            catch (IOException exception) when (IsHeldByAnother(exception))
            {
                throw InProgress(directory, exception);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw FileErrors.Translate(exception, path);
            }

            // The previous holder removes the file when it ends, and a lock on a deleted file excludes no other process.
            if (File.Exists(path))
            {
                Describe(stream, description);
                return new PairLock(stream, directory);
            }

            stream.Dispose();
        }
    }

    /// <summary>Removes the file of a process that was killed; a lock that is held, or a file that cannot be removed, is left alone.</summary>
    public static void SweepAbandoned(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            Open(path, FileMode.Open).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Held by a living process, gone meanwhile, or not ours to remove: the next command that writes will say so if it matters.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path, FileMode mode) =>
        new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private static void Describe(FileStream stream, string description)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"dotnet migrate-both {description}, process {Environment.ProcessId}, since {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm:ss} UTC\n");
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush();
    }

    private static MigrateBothException InProgress(string directory, IOException exception) => new(
        ExitCode.Incomplete,
        "pair-in-progress",
        $"Another command is changing the migrations of '{directory}' at this moment. Nothing was changed by this one.",
        "Wait until it has ended and run the command again. The lock is released when the process ends: there is no file to delete.",
        exception);

    // Windows: ERROR_SHARING_VIOLATION. Unix: EWOULDBLOCK from flock, 11 on Linux and 35 on macOS.
    private static bool IsHeldByAnother(IOException exception) => exception.HResult is unchecked((int)0x80070020) or 11 or 35;
}
