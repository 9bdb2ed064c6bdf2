namespace MigrateBoth.Core.Recordings;

/// <summary>The test has left its database. Says nothing of how it ended: that is the test runner's to tell.</summary>
/// <param name="Test">The number.</param>
/// <param name="Commands">How many commands it executed.</param>
/// <param name="Omitted">How many of them were left out because there were too many (<see cref="RecordingFormat.MaximumCommands"/>).</param>
sealed partial record TestEnded(int Test, int Commands, int Omitted) : RecordingLine;
