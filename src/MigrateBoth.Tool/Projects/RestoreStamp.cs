namespace MigrateBoth.Tool.Projects;

/// <summary>Remembers, in a project's <c>obj</c> folder, the inputs of its last restore.</summary>
internal sealed class RestoreStamp(string projectFile, BuildSettings settings)
{
    private const string FileName = "migrateboth.restore.txt";

    private readonly string _file = Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", FileName);

    /// <summary>Whether a restore would find nothing to do.</summary>
    public bool IsCurrent()
    {
        try
        {
            return File.Exists(_file) && RestoreInputs.Describe(projectFile, settings, Environment.GetEnvironmentVariable) is { } now && File.ReadAllText(_file) == now;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // What cannot be read cannot be trusted: restore.
        }
    }

    /// <summary>Remembers that a restore was made.</summary>
    public void Write()
    {
        try
        {
            if (RestoreInputs.Describe(projectFile, settings, Environment.GetEnvironmentVariable) is { } now)
            {
                File.WriteAllText(_file, now);
            }
            else
            {
                File.Delete(_file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only time is lost: the next build restores again.
        }
    }
}
