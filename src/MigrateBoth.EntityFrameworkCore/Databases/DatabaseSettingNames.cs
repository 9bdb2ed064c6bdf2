namespace MigrateBoth.EntityFrameworkCore;

/// <summary>The keys read from configuration; as environment variables they have the same names.</summary>
public static class DatabaseSettingNames
{
    /// <summary><c>sqlite</c>, <c>mysql</c> or <c>mariadb</c>; may be left out when <see cref="Url"/> has a scheme.</summary>
    public const string Type = "DATABASE_TYPE";

    /// <summary>A URL such as <c>sqlite:///shop.db</c> or <c>mysql://user:password@host:3306/shop</c>, or an ADO.NET connection string.</summary>
    public const string Url = "DATABASE_URL";

    /// <summary>The server's version, such as <c>8.4.0</c> or <c>10.11.6</c>; not used by SQLite.</summary>
    public const string Version = "DATABASE_VERSION";
}
