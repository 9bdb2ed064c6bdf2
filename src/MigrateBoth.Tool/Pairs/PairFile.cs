namespace MigrateBoth.Tool.Pairs;

/// <summary>One file of a change that concerns both sides.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">The whole new text, or null when the file is to be deleted.</param>
/// <param name="MustBeNew">Whether a file that is already there stops the change instead of being replaced.</param>
internal sealed record PairFile(string Path, string? Content, bool MustBeNew);
