namespace MigrateBoth.Testing;

/// <summary>A test database could not be created, reset or used. The message says what to do about it.</summary>
public sealed class ParityDatabaseException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public ParityDatabaseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
