using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Configuration;

public sealed class ServerRequirementTests
{
    [Theory]
    [InlineData("8.4", "MySQL", "8.4.0")]
    [InlineData("8.4", "MySQL", "9.7.4")]
    [InlineData("8.4.7", "MySQL", "8.4.7")]
    [InlineData("8", "MySQL", "8.0.36")]
    [InlineData("9.9", "MySQL", "9.10.0")]
    [InlineData("10.11-mariadb", "MariaDB", "10.11.19")]
    [InlineData("8.0.36-28", "MySQL", "8.0.36")]
    public void A_server_of_the_vendor_that_is_not_older_will_do(string named, string vendor, string version) =>
        Assert.Null(ServerRequirement.OfVersion("mysql.version", named).Refusal(new ServerIdentity(vendor, version), null));

    [Theory]
    [InlineData("8.4", "MySQL", "8.0.36")]
    [InlineData("9.10", "MySQL", "9.9.0")]
    [InlineData("8.4.7", "MySQL", "8.4.6")]
    [InlineData("8.4", "MariaDB", "11.8.2")]
    [InlineData("10.11-mariadb", "MySQL", "11.0.0")]
    [InlineData("11.8.0-MariaDB", "MariaDB", "11.4.9")]
    public void Another_vendor_or_an_older_version_will_not(string named, string vendor, string version) =>
        Assert.Contains($"mysql.version {named}", ServerRequirement.OfVersion("mysql.version", named).Refusal(new ServerIdentity(vendor, version), null), StringComparison.Ordinal);

    [Theory]
    [InlineData("mysql:9.7", "MySQL", "9.7")]
    [InlineData("mysql:9.7.1-oracle", "MySQL", "9.7.1")]
    [InlineData("mysql", "MySQL", null)]
    [InlineData("mysql:lts", "MySQL", null)]
    [InlineData("mysql@sha256:0a1b", "MySQL", null)]
    [InlineData("mysql:8.4@sha256:0a1b", "MySQL", "8.4")]
    [InlineData("percona/percona-server:8.0", "MySQL", "8.0")]
    [InlineData("bitnami/mariadb:11.8-debian-12", "MariaDB", "11.8")]
    [InlineData("mariadb.example.com/mysql/community-server:8.4", "MySQL", "8.4")]
    [InlineData("localhost:5000/team/mariadb:10.11", "MariaDB", "10.11")]
    [InlineData("localhost/base:8", null, null)]
    [InlineData("mysql.example.com:5000/shop-db:2026.11", null, null)]
    public void An_image_says_by_its_name_what_it_is_if_it_does(string image, string? vendor, string? oldest)
    {
        var required = ServerRequirement.OfImage("--mysql-image", image);

        Assert.Equal((vendor, oldest), (required.Vendor, required.Oldest));
        Assert.Equal(vendor is null or "MariaDB", required.Refusal(new ServerIdentity("MySQL", "99.0.0"), null) is not null);
    }

    [Theory]
    [InlineData("acme/mysql:2026.11")]
    [InlineData("acme/database:prod")]
    public void A_container_of_the_image_itself_is_what_was_asked_for(string image) =>
        Assert.Null(ServerRequirement.OfImage("mysql.image", image).Refusal(new ServerIdentity("MySQL", "8.4.0"), image));

    [Theory]
    [InlineData("latest")]
    [InlineData("mysql-8.4")]
    public void What_is_no_version_is_wrong_configuration(string text) =>
        Assert.Equal(ExitCode.Configuration, Assert.Throws<MigrateBothException>(() => ServerRequirement.OfVersion("mysql.version", text)).ExitCode);
}
