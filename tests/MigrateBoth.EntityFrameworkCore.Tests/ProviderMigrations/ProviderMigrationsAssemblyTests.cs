using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations;

public sealed class ProviderMigrationsAssemblyTests
{
    [Theory]
    [InlineData("sqlite", "20260101000000_First")]
    [InlineData("mysql", "20260101000000_First,20260102000000_Second")]
    [InlineData("mariadb", "20260101000000_First,20260102000000_Second")]
    public void A_context_sees_the_migrations_of_its_own_provider(string type, string expected)
    {
        using var context = Notes(type);

        Assert.Equal(expected.Split(','), context.Database.GetMigrations());
        Assert.All(Of(context).Migrations.Values, migration => Assert.EndsWith(type == "sqlite" ? "Sqlite" : "MySql", migration.Namespace, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("mysql", "mysql")]
    public void A_context_sees_the_snapshot_of_its_own_provider(string type, string side)
    {
        using var context = Notes(type);

        Assert.Equal(side, Of(context).ModelSnapshot!.Model.FindAnnotation("Side")?.Value);
    }

    [Theory]
    [InlineData("second", "20260102000000_Second")]
    [InlineData("20260102000000_SECOND", "20260102000000_Second")]
    [InlineData("third", null)]
    public void A_migration_is_found_by_name_and_by_id(string nameOrId, string? expected)
    {
        using var context = Notes("mysql");

        Assert.Equal(expected, Of(context).FindMigrationId(nameOrId));
    }

    [Fact]
    public void A_migration_in_neither_namespace_is_an_error_that_names_it()
    {
        using var context = new StrayContext(Options<StrayContext>("sqlite"));

        var exception = Assert.Throws<InvalidOperationException>(() => context.Database.GetMigrations());

        Assert.Contains(typeof(Stray).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_migrations_with_one_id_are_an_error_that_names_both()
    {
        using var context = new TwinContext(Options<TwinContext>("sqlite"));

        var exception = Assert.Throws<InvalidOperationException>(() => context.Database.GetMigrations());

        Assert.Contains(typeof(Sqlite.Twin).FullName!, exception.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(Sqlite.Copied.Twin).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_namespaces_can_be_configured_and_do_not_leak_into_other_contexts()
    {
        using var swapped = new NotesContext(Options<NotesContext>("sqlite", options => options.MigrationNamespaces(sqlite: "ProviderMigrations.MySql", mySql: "ProviderMigrations.Sqlite")));
        using var ordinary = Notes("sqlite");

        Assert.Equal(2, swapped.Database.GetMigrations().Count());
        Assert.Single(ordinary.Database.GetMigrations());
    }

    [Fact]
    public void An_application_that_chose_its_provider_itself_gets_the_same_filter()
    {
        using var context = new NotesContext(new DbContextOptionsBuilder<NotesContext>().UseMigrateBoth().UseSqlite("Data Source=:memory:").Options);

        Assert.Equal(["20260101000000_First"], context.Database.GetMigrations());
    }

    [Fact]
    public async Task Migrate_applies_the_providers_own_history()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var context = new NotesContext(new DbContextOptionsBuilder<NotesContext>()
            .UseSqlite(connection)
            .UseMigrateBoth()
            .ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning))
            .Options);

        await context.Database.MigrateAsync();

        Assert.Equal(["20260101000000_First"], await context.Database.GetAppliedMigrationsAsync());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    private static NotesContext Notes(string type) => new(Options<NotesContext>(type));

    private static DbContextOptions<TContext> Options<TContext>(string type, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder.UseMigrateBoth(type, null, configure);
        return builder.Options;
    }

    private static IMigrationsAssembly Of(DbContext context) => context.GetService<IMigrationsAssembly>();
}
