namespace MigrateBoth.EntityFrameworkCore.Strings;

/// <summary>The collations with which the servers treat text as SQLite does: by code point, with significant trailing spaces.</summary>
internal static class StringSemantics
{
    /// <summary>Measured to be equal to SQLite's BINARY in equality, order, uniqueness and search (C-01 to C-08); <c>utf8mb4_bin</c> is not, because it pads.</summary>
    public const string MySqlCollation = "utf8mb4_0900_bin";

    /// <summary>MariaDB's counterpart: binary, without padding. MariaDB has no <c>utf8mb4_0900_*</c> collations.</summary>
    public const string MariaDbCollation = "utf8mb4_nopad_bin";
}
