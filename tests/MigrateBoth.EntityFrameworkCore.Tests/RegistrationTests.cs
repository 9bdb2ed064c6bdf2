using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.EntityFrameworkCore.Tests;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData("sqlite:///notes.db", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("mysql://notes:secret@localhost/notes", "Pomelo.EntityFrameworkCore.MySql")]
    [InlineData("mariadb://notes:secret@localhost/notes", "Pomelo.EntityFrameworkCore.MySql")]
    public void The_configuration_chooses_the_provider(string url, string provider)
    {
        using var services = new ServiceCollection()
            .AddMigrateBothDbContext<EmptyContext>(Configuration(("DATABASE_URL", url)))
            .BuildServiceProvider();

        Assert.Equal(provider, services.GetRequiredService<EmptyContext>().Database.ProviderName);
    }

    [Fact]
    public void The_registered_configuration_is_used_when_none_is_given()
    {
        using var services = new ServiceCollection()
            .AddSingleton(Configuration(("DATABASE_TYPE", "sqlite"), ("DATABASE_URL", "Data Source=notes.db")))
            .AddMigrateBothDbContext<EmptyContext>()
            .BuildServiceProvider();

        Assert.Equal("Data Source=notes.db", services.GetRequiredService<EmptyContext>().Database.GetConnectionString());
    }

    [Fact]
    public void Settings_are_read_when_the_context_is_made_not_when_it_is_registered()
    {
        using var services = new ServiceCollection()
            .AddMigrateBothDbContext<EmptyContext>(Configuration())
            .BuildServiceProvider();

        Assert.Throws<DatabaseConfigurationException>(() => services.GetRequiredService<EmptyContext>());
    }

    [Theory]
    [InlineData(null, null, "Data Source=default.db")]
    [InlineData("sqlite", null, "Data Source=default.db")]
    [InlineData(null, "sqlite:///named.db", "Data Source=named.db")]
    [InlineData("sqlite", "Data Source=named.db", "Data Source=named.db")]
    public void A_default_counts_where_nothing_else_is_configured(string? type, string? url, string connection)
    {
        using var services = new ServiceCollection()
            .AddMigrateBothDbContext<EmptyContext>(Configuration(("DATABASE_TYPE", type), ("DATABASE_URL", url)), options => options.DefaultSqlite("Data Source=default.db"))
            .BuildServiceProvider();

        Assert.Equal(connection, services.GetRequiredService<EmptyContext>().Database.GetConnectionString());
    }

    [Theory]
    [InlineData("mysql", null)]
    [InlineData(null, "mysql://notes:secret@localhost/notes")]
    public void A_default_is_no_obstacle_to_another_engine(string? type, string? url)
    {
        using var services = new ServiceCollection()
            .AddMigrateBothDbContext<EmptyContext>(Configuration(("DATABASE_TYPE", type), ("DATABASE_URL", url)), options => options.DefaultSqlite("Data Source=default.db"))
            .BuildServiceProvider();

        Assert.Equal("Pomelo.EntityFrameworkCore.MySql", services.GetRequiredService<EmptyContext>().Database.ProviderName);
    }

    [Theory]
    [InlineData(null, null, "8.4.0-mysql")]
    [InlineData(null, "8.0.36", "8.0.36-mysql")]
    [InlineData("9.7", "8.0.36", "9.7.0-mysql")]
    public void The_server_version_comes_from_configuration_then_options_then_the_default(string? configured, string? option, string expected)
    {
        var builder = new DbContextOptionsBuilder<EmptyContext>();
        builder.UseMigrateBoth(
            Configuration(("DATABASE_TYPE", "mysql"), ("DATABASE_VERSION", configured)),
            options => _ = option is null ? options : options.ServerVersion(option));

#pragma warning disable EF1001 // The only place that tells the configured version.
        var extension = builder.Options.FindExtension<Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal.MySqlOptionsExtension>();
        Assert.Equal(ServerVersion.Parse(expected), extension!.ServerVersion);
#pragma warning restore EF1001
    }

    [Theory]
    [InlineData("sqlite", "Sqlite")]
    [InlineData("mysql", "MySql")]
    public void Each_provider_gets_its_own_options_and_its_own_migrations_assembly(string type, string called)
    {
        var calls = new List<string>();
        var builder = new DbContextOptionsBuilder<EmptyContext>();
        builder.UseMigrateBoth(type, null, options => options
            .MigrationsAssemblies("Notes.Sqlite", "Notes.MySql")
            .Sqlite(_ => calls.Add("Sqlite"))
            .MySql((Microsoft.EntityFrameworkCore.Infrastructure.MySqlDbContextOptionsBuilder _) => calls.Add("MySql")));

        Assert.Equal([called], calls);
        Assert.Equal($"Notes.{called}", Microsoft.EntityFrameworkCore.Infrastructure.RelationalOptionsExtension.Extract(builder.Options).MigrationsAssembly);
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build();

    private sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);
}
