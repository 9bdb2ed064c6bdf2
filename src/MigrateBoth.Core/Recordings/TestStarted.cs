namespace MigrateBoth.Core.Recordings;

/// <summary>
/// A test began to use a database. Its name may come later, as a <see cref="TestNamed"/>: in a constructor or a set-up method nothing says
/// yet which test they are for.
/// </summary>
/// <param name="Test">The number that the test's other lines carry; one per run of a test.</param>
/// <param name="Class">The full name of the test's class where it is known already.</param>
sealed partial record TestStarted(int Test, string? Class) : RecordingLine;
