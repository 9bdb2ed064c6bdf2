namespace MigrateBoth.Core.Reports;

/// <summary>When a check was made and of what, for the reader of its report; a gate asks <see cref="Provenance.CheckProvenance"/>.</summary>
/// <param name="At">When the report was made.</param>
/// <param name="Branch">The branch, or null where none is checked out.</param>
/// <param name="Commit">The commit, or null outside of a repository.</param>
public sealed record CheckOrigin(DateTimeOffset At, string? Branch, string? Commit);
