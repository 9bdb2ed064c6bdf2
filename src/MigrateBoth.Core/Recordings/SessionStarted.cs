namespace MigrateBoth.Core.Recordings;

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
