namespace MigrateBoth.Core.Protocol;

/// <summary>What removing the last migration of one side would do to its files.</summary>
/// <param name="Engine">The side.</param>
/// <param name="Id">The migration that goes.</param>
/// <param name="Files">Files to delete (no content) and the snapshot to put back (content).</param>
public sealed record MigrationRemoval(Engine Engine, string Id, IReadOnlyList<ScaffoldedFile> Files);
