namespace MigrateBoth.Core;

/// <summary>A place in the user's sources.</summary>
/// <param name="File">The path, relative to the repository (without one, to the configuration), with forward slashes; absolute when it is outside.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourceLocation(string File, int Line);
