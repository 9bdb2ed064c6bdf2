using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations;

public sealed class MigrationNamespacesTests
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string MySql = "Pomelo.EntityFrameworkCore.MySql";

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
        Assert.Equal(sqlite, MigrationNamespaces.Default.Contains(@namespace, Sqlite));
        Assert.Equal(mySql, MigrationNamespaces.Default.Contains(@namespace, MySql));
    }

    [Fact]
    public void Configured_segments_may_be_several_and_may_end_alike()
    {
        var namespaces = new MigrationNamespaces("Lite.Db", "My.Lite.Db");

        Assert.True(namespaces.Contains("Shop.Lite.Db", Sqlite));
        Assert.False(namespaces.Contains("Shop.My.Lite.Db", Sqlite));
        Assert.True(namespaces.Contains("Shop.My.Lite.Db", MySql));
    }

    [Fact]
    public void Another_provider_is_refused() =>
        Assert.Throws<NotSupportedException>(() => MigrationNamespaces.Default.Contains("Shop.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL"));

    [Theory]
    [InlineData("Db", "db")]
    [InlineData("", "MySql")]
    [InlineData("Sqlite", " . ")]
    public void Names_that_cannot_tell_the_providers_apart_are_refused(string sqlite, string mySql) =>
        Assert.Throws<ArgumentException>(() => new MigrationNamespaces(sqlite, mySql));
}
