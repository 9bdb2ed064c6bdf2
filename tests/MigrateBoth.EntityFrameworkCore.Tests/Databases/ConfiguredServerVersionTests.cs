namespace MigrateBoth.EntityFrameworkCore.Tests.Databases;

public sealed class ConfiguredServerVersionTests
{
    [Theory]
    [InlineData(DatabaseType.MySql, "8.4", "8.4.0-mysql")]
    [InlineData(DatabaseType.MySql, "8", "8.0.0-mysql")]
    [InlineData(DatabaseType.MySql, "8.0.36", "8.0.36-mysql")]
    [InlineData(DatabaseType.MySql, "9.7.4-mysql", "9.7.4-mysql")]
    [InlineData(DatabaseType.MySql, "10.11.6-MariaDB", "10.11.6-mariadb")]
    [InlineData(DatabaseType.MariaDb, "10.11.6", "10.11.6-mariadb")]
    [InlineData(DatabaseType.MariaDb, "10.11.6-MariaDB-1:10.11.6+maria~ubu2204", "10.11.6-mariadb")]
    public void A_version_is_read_as_people_and_servers_write_it(DatabaseType type, string text, string expected) =>
        Assert.Equal(expected, ConfiguredServerVersion.Parse(type, text));

    [Theory]
    [InlineData(DatabaseType.MySql, "latest", "'latest'")]
    [InlineData(DatabaseType.MariaDb, "8.4.0-mysql", "not a version of MariaDB")]
    public void What_is_no_version_is_refused(DatabaseType type, string text, string part)
    {
        var exception = Assert.Throws<DatabaseConfigurationException>(() => ConfiguredServerVersion.Parse(type, text));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.Contains("DATABASE_VERSION", exception.Message, StringComparison.Ordinal);
    }
}
