namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Parses the server's version in the settings.</summary>
internal static class ConfiguredServerVersion
{
    /// <summary>Parses a version and formats it for the providers, as <c>8.4.0-mysql</c>; <c>8.4</c>, <c>8.4.0</c>, <c>8.4.0-mysql</c> and <c>10.11.6-MariaDB</c> are all accepted.</summary>
    /// <exception cref="DatabaseConfigurationException">The text is not a version, or is a version of the other product.</exception>
    public static string Parse(DatabaseType type, string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var number = dash < 0 ? text : text[..dash];
        var product = dash < 0 ? DatabaseTypeNames.NameOf(type) : text[(dash + 1)..];
        if (!Version.TryParse(number.Contains('.', StringComparison.Ordinal) ? number : $"{number}.0", out var version))
        {
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Version}: '{text}' is not a version. Write, for example, "
                + $"{MigrateBothOptionsBuilder.DefaultMySqlVersion} or {MigrateBothOptionsBuilder.DefaultMariaDbVersion}-mariadb.");
        }

        var isMariaDb = product.Contains("mariadb", StringComparison.OrdinalIgnoreCase);
        if (type == DatabaseType.MariaDb && !isMariaDb)
        {
            throw new DatabaseConfigurationException($"{DatabaseSettingNames.Version}: '{text}' is not a version of MariaDB, which {DatabaseSettingNames.Type} or {DatabaseSettingNames.Url} asks for.");
        }

        return $"{version.Major}.{version.Minor}.{Math.Max(version.Build, 0)}-{(isMariaDb ? "mariadb" : "mysql")}";
    }
}
