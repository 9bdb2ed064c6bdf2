using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>The database of an application. Immutable; <see cref="ToString"/> does not include the connection string.</summary>
public sealed class DatabaseSettings
{
    private DatabaseSettings(DatabaseType type, string? connectionString, string? serverVersion)
    {
        Type = type;
        ConnectionString = connectionString;
        ServerVersion = serverVersion;
    }

    /// <summary>The database product.</summary>
    public DatabaseType Type { get; }

    /// <summary>
    /// The provider's connection string, with its password; null when only the type is configured. That is enough for adding
    /// migrations; opening a connection then fails with EF Core's own message.
    /// </summary>
    public string? ConnectionString { get; }

    /// <summary>The configured version of the server, such as <c>8.4.0</c>; null when it is not configured.</summary>
    public string? ServerVersion { get; }

    /// <summary>Reads <c>DATABASE_TYPE</c>, <c>DATABASE_URL</c> and <c>DATABASE_VERSION</c>.</summary>
    /// <param name="configuration">The application's configuration.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="DatabaseConfigurationException">A setting is missing, malformed, or contradicts another.</exception>
    public static DatabaseSettings FromConfiguration(IConfiguration configuration) => FromConfiguration(configuration, defaultSqlite: null);

    internal static DatabaseSettings FromConfiguration(IConfiguration configuration, string? defaultSqlite)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (type, url) = (configuration[DatabaseSettingNames.Type], configuration[DatabaseSettingNames.Url]);
        var isDefault = defaultSqlite is not null && Blank(url) is null && (ParseType(type) ?? DatabaseType.Sqlite) == DatabaseType.Sqlite;
        return isDefault ? Parse(DatabaseTypeNames.NameOf(DatabaseType.Sqlite), defaultSqlite) : Parse(type, url, configuration[DatabaseSettingNames.Version]);
    }

    /// <summary>Parses the three settings; white space counts as "not set".</summary>
    /// <param name="type"><c>sqlite</c>, <c>mysql</c> or <c>mariadb</c> in any casing; may be null when the URL has a scheme.</param>
    /// <param name="url">A database URL or an ADO.NET connection string; may be null when the type is given.</param>
    /// <param name="serverVersion">The server's version; takes precedence over the URL's option <c>serverVersion</c>.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="DatabaseConfigurationException">A setting is missing, malformed, or contradicts another.</exception>
    public static DatabaseSettings Parse(string? type, string? url, string? serverVersion = null)
    {
        var declared = ParseType(type);
        if (string.IsNullOrWhiteSpace(url))
        {
            return declared is { } only
                ? new(only, null, Blank(serverVersion))
                : throw new DatabaseConfigurationException(
                    $"No database is configured: set {DatabaseSettingNames.Url} (for example sqlite:///app.db or mysql://user:password@host:3306/app) "
                    + $"or, to work without a connection, {DatabaseSettingNames.Type} ({DatabaseTypeNames.Known}).");
        }

        return DatabaseUrl.IsUrl(url) ? FromUrl(declared, url.Trim(), serverVersion) : FromConnectionString(declared, url.Trim(), serverVersion);
    }

    /// <summary>The type, without the connection string, so that it is safe to log.</summary>
    /// <returns>The type's name as it is written in settings.</returns>
    public override string ToString() => DatabaseTypeNames.NameOf(Type);

    private static DatabaseSettings FromUrl(DatabaseType? declared, string text, string? serverVersion)
    {
        var url = DatabaseUrl.Parse(text);
        var type = DatabaseTypeNames.TryParse(url.Scheme)
            ?? throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: the scheme '{url.Scheme}' is not known. Known are {DatabaseTypeNames.Known}.");
        if (declared is { } other && other != type)
        {
            if (!EF.IsDesignTime)
            {
                throw new DatabaseConfigurationException(
                    $"{DatabaseSettingNames.Type} says {DatabaseTypeNames.NameOf(other)}, but {DatabaseSettingNames.Url} is a {DatabaseTypeNames.NameOf(type)} URL. "
                    + "Change one of them; the type may be left out when the URL has a scheme.");
            }

            // Tools ask for one of two providers, so "mysql" is no contradiction to a URL of MariaDB. A URL of the other provider serves
            // the application every day and stays in its settings; the type decides, and the URL is dropped, so that nothing connects.
            if (other != DatabaseType.MySql || type != DatabaseType.MariaDb)
            {
                return new(other, null, Blank(serverVersion));
            }
        }

        return type == DatabaseType.Sqlite
            ? new(type, SqliteUrl.ToConnectionString(url), null)
            : new(type, MySqlUrl.ToConnectionString(url), Blank(serverVersion) ?? Blank(MySqlUrl.ServerVersion(url)));
    }

    private static DatabaseSettings FromConnectionString(DatabaseType? declared, string text, string? serverVersion)
    {
        var type = declared ?? throw new DatabaseConfigurationException(
            $"{DatabaseSettingNames.Url} has no scheme such as sqlite:// or mysql://. If it is an ADO.NET connection string, "
            + $"also set {DatabaseSettingNames.Type} ({DatabaseTypeNames.Known}).");
        return new(type, AdoConnectionString.Validate(type, text), type == DatabaseType.Sqlite ? null : Blank(serverVersion));
    }

    private static DatabaseType? ParseType(string? type)
    {
        if (Blank(type) is not { } name)
        {
            return null;
        }

        return DatabaseTypeNames.TryParse(name)
            ?? throw new DatabaseConfigurationException(DatabaseUrl.IsUrl(name)
                ? $"{DatabaseSettingNames.Type} holds a URL; URLs belong in {DatabaseSettingNames.Url}. Known types are {DatabaseTypeNames.Known}."
                : $"{DatabaseSettingNames.Type}: '{name}' is not known. Known are {DatabaseTypeNames.Known}.");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

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
