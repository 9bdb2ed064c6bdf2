namespace MigrateBoth.Core.Recordings;

/// <summary>How a step failed.</summary>
/// <param name="Class">The kind of failure, the same on both engines for the same cause.</param>
/// <param name="Exception">The full name of the exception's type.</param>
/// <param name="Code">The engine's code, such as <c>2067</c> (SQLite, extended) or <c>1062</c> (MySQL); null where there is none.</param>
/// <param name="Message">The engine's message, cut at 500 characters.</param>
sealed partial record RecordedFailure(FailureClass Class, string Exception, string? Code, string Message);
