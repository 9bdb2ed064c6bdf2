using System.Data.Common;
using System.Globalization;

using MigrateBoth.EntityFrameworkCore.Providers;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Turns <c>mysql:</c> and <c>mariadb:</c> URLs into connection strings.</summary>
internal static class MySqlUrl
{
    /// <summary>The option for the server's version. It is removed from the connection string.</summary>
    public const string VersionOption = "serverVersion";

    public static string ToConnectionString(DatabaseUrl url)
    {
        var at = url.Authority.LastIndexOf('@');
        var builder = MySqlDriver.NewConnectionString();
        if (at >= 0)
        {
            var credentials = url.Authority[..at];
            var colon = credentials.IndexOf(':', StringComparison.Ordinal);
            builder["User ID"] = Uri.UnescapeDataString(colon < 0 ? credentials : credentials[..colon]);
            if (colon >= 0)
            {
                builder["Password"] = Uri.UnescapeDataString(credentials[(colon + 1)..]);
            }
        }

        SetHost(builder, url.Authority[(at + 1)..]);
        builder["Database"] = Database(url.Path);
        foreach (var (name, value) in url.Options)
        {
            if (!name.Equals(VersionOption, StringComparison.OrdinalIgnoreCase))
            {
                UrlOption.Set(builder, name, value);
            }
        }

        return builder.ConnectionString;
    }

    public static string? ServerVersion(DatabaseUrl url) => url.Options
        .Where(option => option.Key.Equals(VersionOption, StringComparison.OrdinalIgnoreCase))
        .Select(option => option.Value)
        .LastOrDefault();

    private static void SetHost(DbConnectionStringBuilder builder, string hostAndPort)
    {
        // An IPv6 address is full of colons, which is why a URL puts it in brackets.
        var bracket = hostAndPort.StartsWith('[') ? hostAndPort.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = hostAndPort.IndexOf(':', bracket + 1);
        var host = colon < 0 ? hostAndPort : hostAndPort[..colon];
        if (bracket > 0)
        {
            host = host[1..bracket];
        }

        if (host.Length == 0)
        {
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: the URL names no host. Write {DatabaseTypeNames.NameOf(DatabaseType.MySql)}://user:password@host:3306/database.");
        }

        builder["Server"] = Uri.UnescapeDataString(host);
        if (colon < 0)
        {
            return;
        }

        if (!ushort.TryParse(hostAndPort.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
        {
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: what follows the host's ':' is not a port between 1 and 65535. "
                + "If it belongs to the password, percent-encode the password's special characters; an IPv6 address goes in brackets.");
        }

        builder["Port"] = (uint)port;
    }

    private static string Database(string path)
    {
        var name = Uri.UnescapeDataString(path.Trim('/'));
        return name.Length > 0
            ? name
            : throw new DatabaseConfigurationException($"{DatabaseSettingNames.Url}: the URL has no database. Add it after the host: …:3306/database.");
    }
}
