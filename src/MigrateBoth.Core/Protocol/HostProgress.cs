namespace MigrateBoth.Core.Protocol;

/// <summary>What the host is doing, for a progress display; the last one is part of the message when the host dies.</summary>
/// <param name="Engine">The engine concerned, or null.</param>
/// <param name="Text">One short line, such as <c>applying 20261122170000_Init (3/7)</c>.</param>
public sealed record HostProgress(Engine? Engine, string Text);
