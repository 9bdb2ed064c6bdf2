namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>The files of one group.</summary>
/// <param name="Digest">The digest of all their paths and contents.</param>
/// <param name="Files">The beginning of each file's digest by its path: it names what changed, and proves nothing.</param>
public sealed record InputFiles(string Digest, IReadOnlyDictionary<string, string> Files);
