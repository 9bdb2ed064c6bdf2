namespace MigrateBoth.Core.Reports;

/// <summary>The server a check really ran on.</summary>
/// <param name="Vendor"><c>SQLite</c>, <c>MySQL</c> or <c>MariaDB</c>.</param>
/// <param name="Version">As the server reports it.</param>
/// <param name="Source"><c>file</c>, <c>container</c>, <c>local</c> or <c>connection</c>.</param>
/// <param name="Image">The container image, or null.</param>
public sealed record EngineInfo(string Vendor, string Version, string Source, string? Image);
