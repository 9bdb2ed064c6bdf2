namespace MigrateBoth.Core.Schema;

/// <summary>Which server a catalog was read from.</summary>
/// <param name="Vendor"><c>SQLite</c>, <c>MySQL</c> or <c>MariaDB</c>.</param>
/// <param name="Version">The version the server itself reports, without the vendor's suffixes, such as <c>9.7.4</c>.</param>
public sealed record ServerIdentity(string Vendor, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Vendor} {Version}";
}
