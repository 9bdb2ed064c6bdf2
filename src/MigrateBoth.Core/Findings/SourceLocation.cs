namespace MigrateBoth.Core.Findings;

/// <summary>A place in the user's sources.</summary>
/// <param name="File">The path, relative to the working directory where possible, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourceLocation(string File, int Line);
