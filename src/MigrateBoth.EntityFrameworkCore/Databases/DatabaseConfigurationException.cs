namespace MigrateBoth.EntityFrameworkCore;

/// <summary>
/// The settings that select the database are missing, malformed or contradictory. The message names the setting and the remedy, and
/// never contains a password.
/// </summary>
public sealed class DatabaseConfigurationException : Exception
{
    /// <summary>Creates the exception with the default message.</summary>
    public DatabaseConfigurationException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do about it.</param>
    public DatabaseConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public DatabaseConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
