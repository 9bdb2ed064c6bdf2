using MigrateBoth.EntityFrameworkCore;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.Testing.Tests;

/// <summary>With no variable set, as in an IDE: SQLite.</summary>
public sealed class ParityDatabaseTests
{
    [Fact]
    public void Without_any_setting_it_is_a_migrated_SQLite_database()
    {
        using var database = new ParityDatabase<GardenContext>();
        using var context = database.CreateContext();

        Assert.Equal(Engine.Sqlite, database.Engine);
        Assert.Equal(2, context.Beds.Count());
        Assert.Equal("sqlite", database.Settings["DATABASE_TYPE"]);
    }

    [Fact]
    public async Task Reset_brings_back_what_the_migrations_made()
    {
        await using var database = new ParityDatabase<GardenContext>();
        await using (var context = database.CreateContext())
        {
            await context.Beds.ExecuteUpdateAsync(set => set.SetProperty(bed => bed.FavouriteId, (int?)null));
            await context.Plants.ExecuteDeleteAsync();
        }

        await database.ResetAsync();

        await using var after = database.CreateContext();
        Assert.Equal(1, await after.Plants.CountAsync());
    }

    [Fact]
    public void The_application_s_registration_makes_the_context_with_its_interceptors_and_not_with_its_database()
    {
        var interceptor = new Counting();
        using var database = ParityDatabase.Create<GardenContext>(options => options.UseServices((services, configuration) =>
            services.AddMigrateBothDbContext<GardenContext>(configuration)
                .ConfigureDbContext<GardenContext>(builder => builder.UseSqlite("Data Source=/nowhere/production.db").AddInterceptors(interceptor))));

        using (var context = database.CreateContext())
        {
            context.Add(new Bed { Name = "New" });
            context.SaveChanges();
        }

        Assert.Equal(1, interceptor.Saves);
    }

    [Fact]
    public void Options_and_constructor_of_the_application_are_used()
    {
        var interceptor = new Counting();
        var constructed = 0;
        using var database = ParityDatabase.Create<GardenContext>(options => options
            .UseProvider((builder, connection) => builder.UseSqlite(connection.ConnectionString).UseMigrateBoth())
            .AddOptions(builder => builder.AddInterceptors(interceptor))
            .UseConstructor(built =>
            {
                constructed++;
                return new GardenContext(built);
            }));

        using var context = database.CreateContext();
        context.Add(new Bed { Name = "New" });
        context.SaveChanges();

        Assert.Equal(1, interceptor.Saves);
        Assert.Equal(2, constructed); // one for the template
    }

    [Fact]
    public void A_factory_of_the_application_gets_the_test_s_database()
    {
        using var database = ParityDatabase.Create<GardenContext>(options => options.UseFactory(_ =>
            new GardenContext(new DbContextOptionsBuilder<GardenContext>().UseSqlite("Data Source=/nowhere/production.db").UseMigrateBoth().Options)));

        using var context = database.CreateContext();

        Assert.Equal(2, context.Beds.Count());
        Assert.Equal(database.ConnectionString, context.Database.GetConnectionString());
    }

    [Fact]
    public void Nothing_is_recorded_unless_asked_for()
    {
        using var database = new ParityDatabase<GardenContext>();
        using var context = database.CreateContext();

        Assert.Empty(database.Interceptors);
        Assert.Empty(context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors ?? []);
        Assert.Equal("C:/recordings", TestSettings.Read(name => name == "MIGRATEBOTH_RECORDING" ? "C:/recordings" : null).RecordingDirectory);
    }

    [Fact]
    public void The_package_refers_to_no_test_framework() => Assert.DoesNotContain(
        typeof(ParityDatabase).Assembly.GetReferencedAssemblies(),
        reference => new[] { "xunit", "nunit", "TestPlatform", "MSTest", "TUnit" }.Any(name => reference.Name!.Contains(name, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void The_other_engine_s_provider_is_refused()
    {
        using var database = ParityDatabase.Create<GardenContext>(options => options.UseProvider((builder, _) =>
            builder.UseMySql("Server=localhost", new MySqlServerVersion("8.4.0"))));

        var error = Assert.Throws<ParityDatabaseException>(database.CreateContext);

        Assert.Contains("MIGRATEBOTH_ENGINE", error.Message, StringComparison.Ordinal);
        Assert.Contains("Pomelo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_without_migrations_is_refused()
    {
        using var database = new ParityDatabase<BareContext>();

        Assert.Contains("has no migrations for SQLite", Assert.Throws<ParityDatabaseException>(database.CreateContext).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_that_takes_more_than_options_says_how_to_make_it()
    {
        using var database = new ParityDatabase<DemandingContext>();

        Assert.Contains("UseConstructor", Assert.Throws<ParityDatabaseException>(database.CreateContext).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, Engine.Sqlite)]
    [InlineData(" ", Engine.Sqlite)]
    [InlineData("SQLite", Engine.Sqlite)]
    [InlineData("mysql", Engine.MySql)]
    [InlineData("MariaDB", Engine.MySql)]
    public void The_engine_is_read_from_the_environment(string? value, Engine expected) =>
        Assert.Equal(expected, TestSettings.Read(name => name == "MIGRATEBOTH_ENGINE" ? value : null).Engine);

    [Fact]
    public void An_engine_that_is_not_known_is_an_error() =>
        Assert.Contains("'oracle'", Assert.Throws<ParityDatabaseException>(() => TestSettings.Read(_ => "oracle")).Message, StringComparison.Ordinal);

    [Fact]
    [OnlyOn(Engine.MySql, "it has no reason")]
    public void A_test_of_the_other_engine_ends_with_its_declaration()
    {
        using var database = new ParityDatabase<GardenContext>();

        var message = Assert.Throws<ParityDatabaseException>(database.CreateContext).Message;
        Assert.StartsWith("MigrateBoth: only on MySQL: it has no reason\n", message, StringComparison.Ordinal);
        Assert.Contains("[OnlyOnFact(", message, StringComparison.Ordinal);
        Assert.Equal("MigrateBoth: only on MySQL: why", OnlyOnAttribute.SkipReason(Engine.MySql, "why"));
        Assert.Null(OnlyOnAttribute.SkipReason(Engine.Sqlite, "why"));
    }

    private sealed class Counting : SaveChangesInterceptor
    {
        public int Saves { get; private set; }

        public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
        {
            Saves++;
            return result;
        }
    }
}

public sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options);

public sealed class DemandingContext(DbContextOptions<DemandingContext> options, string secret) : DbContext(options)
{
    public string Secret { get; } = secret;
}
