namespace MigrateBoth.Core.Recordings;

/// <summary>A file is no recording, or not one of this version.</summary>
sealed partial class RecordingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RecordingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
