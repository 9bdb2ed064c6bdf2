using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations;

public sealed class MigrationNamespacesTests
{
    [Theory]
    [InlineData("Shop.Migrations.Sqlite", true, false)]
    [InlineData("Shop.Migrations.MySql", false, true)]
    [InlineData("Shop.Migrations.SQLite", true, false)]
    [InlineData("Shop.Migrations.MySQL.V2", false, true)]
    [InlineData("Shop.Sqlite.Migrations.MySql", false, true)]
    [InlineData("MySql.Migrations.Sqlite", true, false)]
    [InlineData("Sqlite", true, false)]
    [InlineData("Shop.Migrations", null, null)]
    [InlineData("Shop.SqliteMigrations", null, null)]
    [InlineData(null, null, null)]
    public void The_last_matching_segment_decides(string? @namespace, bool? sqlite, bool? mySql)
    {
        Assert.Equal(sqlite, MigrationNamespaces.Default.Contains(@namespace, isMySql: false));
        Assert.Equal(mySql, MigrationNamespaces.Default.Contains(@namespace, isMySql: true));
    }

    [Fact]
    public void Configured_segments_may_be_several_and_may_end_alike()
    {
        var namespaces = new MigrationNamespaces("Lite.Db", "My.Lite.Db");

        Assert.True(namespaces.Contains("Shop.Lite.Db", isMySql: false));
        Assert.False(namespaces.Contains("Shop.My.Lite.Db", isMySql: false));
        Assert.True(namespaces.Contains("Shop.My.Lite.Db", isMySql: true));
    }

    [Theory]
    [InlineData("Db", "db")]
    [InlineData("", "MySql")]
    [InlineData("Sqlite", " . ")]
    public void Names_that_cannot_tell_the_providers_apart_are_refused(string sqlite, string mySql) =>
        Assert.Throws<ArgumentException>(() => new MigrationNamespaces(sqlite, mySql));
}
