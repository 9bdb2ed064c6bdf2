namespace MigrateBoth.Core.Protocol;

/// <summary>A file that EF Core's scaffolder would write. The host only hands it over; the tool writes it, both sides or neither.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">The whole text, or null when the file is to be deleted.</param>
public sealed record ScaffoldedFile(string Path, string? Content);
