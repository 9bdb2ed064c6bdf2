namespace MigrateBoth.Tool.Projects;

/// <summary>Stores the inputs of a project's last restore in its <c>obj</c> folder.</summary>
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

    /// <summary>Records that a restore was made.</summary>
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
