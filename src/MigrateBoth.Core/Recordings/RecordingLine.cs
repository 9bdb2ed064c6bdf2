using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Recordings;

/// <summary>
/// One line of a recording. The first is a <see cref="SessionStarted"/>; a process that ended well wrote a <see cref="SessionEnded"/> as its last.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SessionStarted), "session")]
[JsonDerivedType(typeof(SessionEnded), "end")]
[JsonDerivedType(typeof(OnlyOnDeclared), "only-on")]
[JsonDerivedType(typeof(TestStarted), "test")]
[JsonDerivedType(typeof(TestNamed), "test-name")]
[JsonDerivedType(typeof(TestEnded), "test-end")]
[JsonDerivedType(typeof(RecordedCommand), "command")]
[JsonDerivedType(typeof(RecordedSave), "save")]
[JsonDerivedType(typeof(RecordedTransaction), "transaction")]
[JsonDerivedType(typeof(RecordedObstacle), "obstacle")]
[JsonDerivedType(typeof(RecordedUntranslated), "untranslated")]
abstract partial record RecordingLine;

/// <summary>The head of a recording.</summary>
/// <param name="Format">The format's version, <see cref="RecordingFormat.Version"/>.</param>
/// <param name="Engine"><c>sqlite</c> or <c>mysql</c>.</param>
/// <param name="ServerVersion">The version as the engine says it, such as <c>3.53.3</c> or <c>9.7.4</c>.</param>
/// <param name="Provider">EF Core's name of the provider.</param>
/// <param name="Context">The full name of the context's type; a line of another context says so itself.</param>
/// <param name="Assembly">The test assembly's simple name.</param>
/// <param name="Process">The process id.</param>
/// <param name="StartedAt">When the recording began, in UTC.</param>
sealed partial record SessionStarted(
    int Format, string Engine, string? ServerVersion, string? Provider, string? Context, string Assembly, int Process, DateTime StartedAt) : RecordingLine;

/// <summary>
/// The end of a recording. Where it is not the last line, the process crashed or was killed, and what comes last is what ran last. It is written
/// whenever no database is in use any more, so that there may be several: test platforms kill a process that takes its time to end.
/// </summary>
/// <param name="Lines">How many lines were written before this one, so that a lost line is noticed.</param>
sealed partial record SessionEnded(long Lines) : RecordingLine;

/// <summary>
/// A test began to use a database. Its name may come later, as a <see cref="TestNamed"/>: in a constructor or a set-up method nothing says
/// yet which test they are for.
/// </summary>
/// <param name="Test">The number that the test's other lines carry; one per run of a test.</param>
/// <param name="Class">The full name of the test's class where it is known already.</param>
sealed partial record TestStarted(int Test, string? Class) : RecordingLine;

/// <summary>Which test a number represents.</summary>
/// <param name="Test">The number.</param>
/// <param name="Name">The stable name, <c>Namespace.Class.Method</c>; a nested class is written <c>Outer+Inner</c>.</param>
/// <param name="DisplayName">The name that the test framework shows, with arguments, where the framework tells it.</param>
/// <param name="Arguments">The arguments where the framework tells them, as text.</param>
/// <param name="OnlyOn">The engine that the test is declared for, <c>sqlite</c> or <c>mysql</c>; null for both.</param>
/// <param name="Reason">Why it is declared for one engine.</param>
sealed partial record TestNamed(int Test, string Name, string? DisplayName, IReadOnlyList<string>? Arguments, string? OnlyOn, string? Reason) : RecordingLine;

/// <summary>The test has left its database. Says nothing of how it ended: that is the test runner's to tell.</summary>
/// <param name="Test">The number.</param>
/// <param name="Commands">How many commands it executed.</param>
/// <param name="Omitted">How many of them were left out because there were too many (<see cref="RecordingFormat.MaximumCommands"/>).</param>
sealed partial record TestEnded(int Test, int Commands, int Omitted) : RecordingLine;

/// <summary>A test of the assembly is declared for one engine. Every recording lists them all, whether the tests ran or not.</summary>
/// <param name="Name"><c>Namespace.Class.Method</c>.</param>
/// <param name="Engine">The engine it is for, <c>sqlite</c> or <c>mysql</c>.</param>
/// <param name="Reason">Why.</param>
sealed partial record OnlyOnDeclared(string Name, string Engine, string Reason) : RecordingLine;
