using MigrateBoth.Core.Errors;

namespace MigrateBoth.MySql.Tests.Flavors;

public sealed class ServerFlavorTests
{
    [Theory]
    [InlineData("9.7.4-2", "MySQL", "9.7.4")]
    [InlineData("8.4.3", "MySQL", "8.4.3")]
    [InlineData("8.0.36-0ubuntu0.22.04.1", "MySQL", "8.0.36")]
    [InlineData("8.0.36-28", "MySQL", "8.0.36")]
    [InlineData("8.0.39-azure", "MySQL", "8.0.39")]
    [InlineData("10.11.19-MariaDB-0+deb12u1", "MariaDB", "10.11.19")]
    [InlineData("5.5.5-10.11.6-MariaDB-1:10.11.6+maria~ubu2204", "MariaDB", "10.11.6")]
    [InlineData("11.4.2-MariaDB-log", "MariaDB", "11.4.2")]
    public void Vendor_and_version_are_read_out_of_what_servers_say(string text, string vendor, string version) =>
        Assert.Equal((vendor, version), (ServerFlavor.Parse(text).Identity.Vendor, ServerFlavor.Parse(text).Identity.Version));

    [Theory]
    [InlineData("5.7.44-log", "8.0.16")]
    [InlineData("8.0.15", "8.0.16")]
    [InlineData("10.4.30-MariaDB", "10.5")]
    [InlineData("8.0.11-TiDB-v7.5.0", "neither")]
    [InlineData("8.0.30-Vitess", "neither")]
    [InlineData("unknown", "neither")]
    public void What_is_not_supported_is_refused_by_name(string text, string mentioned)
    {
        var error = Assert.Throws<MigrateBothException>(() => ServerFlavor.Parse(text));

        Assert.Equal((ExitCode.Incomplete, "mysql-version-unsupported"), (error.ExitCode, error.Code));
        Assert.Contains(mentioned, error.Message + error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9.1.0", false)]
    [InlineData("9.2.0", true)]
    [InlineData("11.4.2-MariaDB", false)]
    public void Libraries_came_with_MySql_9_2(string version, bool expected) => Assert.Equal(expected, ServerFlavor.Parse(version).HasLibraries);

    [Theory]
    [InlineData("10.5.20-MariaDB", false)]
    [InlineData("10.6.0-MariaDB", true)]
    [InlineData("9.7.4", false)]
    public void Ignored_indexes_came_with_MariaDb_10_6(string version, bool expected) => Assert.Equal(expected, ServerFlavor.Parse(version).HasIgnoredIndexes);
}
