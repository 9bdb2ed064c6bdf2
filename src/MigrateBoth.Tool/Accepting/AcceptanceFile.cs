using System.Text;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Configuration.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Accepting;

/// <summary>Adds acceptances to the configuration file, which is replaced completely or not at all.</summary>
internal static class AcceptanceFile
{
    /// <summary>Adds acceptances to a configuration file.</summary>
    /// <param name="path">The configuration file; it is made if it is not there.</param>
    /// <param name="acceptances">What is accepted now.</param>
    /// <exception cref="MigrateBothException">2: the file cannot be written. 78: it is no configuration any more.</exception>
    public static void Add(string path, IReadOnlyList<Acceptance> acceptances)
    {
        try
        {
            // Through a link: what it points at is the file that has to change.
            var target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } final ? final.FullName : path;
            var (text, encoding) = File.Exists(target) ? Read(target) : (AcceptanceText.NewFile, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Replace(target, [.. encoding.GetPreamble(), .. encoding.GetBytes(AcceptanceText.Add(path, text, acceptances))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete, "acceptances-not-written", $"'{path}' could not be written, so nothing was accepted: {exception.Message}", "Make the file writable, or name another one with --config.", exception);
        }
    }

    /// <summary>The text, and the encoding that its first bytes say it has.</summary>
    private static (string Text, Encoding Encoding) Read(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        return (text, reader.CurrentEncoding);
    }

    private static void Replace(string path, byte[] content)
    {
        // Beside the target, so that the last step is a rename within one file system and a reader never sees half a file.
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            DurableFile.Write(temporary, content);
            if (File.Exists(path))
            {
                DurableFile.CopyMode(path, temporary);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
