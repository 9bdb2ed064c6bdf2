using MigrateBoth.EntityFrameworkCore;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.Testing.Tests;

/// <summary>Whatever way an application registers its context in, that way makes it, and only the database is another.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void Conventions_and_converters_that_the_options_bring_are_kept()
    {
        using var database = ParityDatabase.Create<GardenContext>(options => options.UseServices((services, _) => services.AddDbContext<GardenContext>(builder =>
            ((IDbContextOptionsBuilderInfrastructure)Elsewhere(builder)).AddOrUpdateExtension(new ShoutingExtension()))));

        using (var context = database.CreateContext())
        {
            // An options extension with services of its own: the way of lazy-loading proxies and of naming conventions.
            context.Add(new Bed { Name = "quiet" });
            context.SaveChanges();
        }

        using var after = database.CreateContext();
        Assert.Equal("QUIET", after.Database.SqlQuery<string>($"SELECT Name AS Value FROM Beds WHERE Id = 3").Single());
    }

    [Fact]
    public void The_application_s_factory_makes_the_context()
    {
        using var database = ParityDatabase.Create<GardenContext>(options => options.UseServices((services, _) => services
            .AddDbContext<GardenContext>(builder => Elsewhere(builder))
            .AddScoped<IDbContextFactory<GardenContext>, TenantFactory>()));

        using var context = database.CreateContext();

        Assert.Equal(2, context.Beds.Count());
        Assert.Equal(77, context.Database.GetCommandTimeout());
    }

    [Fact]
    public void A_function_of_the_application_makes_the_context_even_around_its_options()
    {
        using var database = ParityDatabase.Create<GardenContext>(options => options.UseServices((services, _) => services.AddScoped(_ =>
            new GardenContext((DbContextOptions<GardenContext>)Elsewhere(new DbContextOptionsBuilder<GardenContext>()).Options))));

        using var context = database.CreateContext();

        Assert.Equal(2, context.Beds.Count());
        Assert.Equal(database.ConnectionString, context.Database.GetConnectionString());
    }

    [Fact]
    public void A_pool_of_contexts_is_used()
    {
        using var database = ParityDatabase.Create<SqliteGardenContext>(options => options.UseServices((services, _) =>
            services.AddPooledDbContextFactory<SqliteGardenContext>(builder => Elsewhere(builder))));
        SqliteGardenContext first;
        using (first = database.CreateContext())
        {
            first.Database.ExecuteSql($"INSERT INTO Own VALUES (2)");
        }

        using var second = database.CreateContext();

        Assert.Same(first, second);
        Assert.Equal(2, Count(second));
    }

    [Fact]
    public void The_class_that_is_registered_for_the_context_is_made()
    {
        using var database = ParityDatabase.Create<AnyGardenContext>(options => options.UseServices((services, _) =>
            services.AddDbContext<AnyGardenContext, SqliteGardenContext>(builder => Elsewhere(builder))));

        using var context = database.CreateContext();

        Assert.IsType<SqliteGardenContext>(context);
        Assert.Equal(1, Count(context));
    }

    private static DbContextOptionsBuilder Elsewhere(DbContextOptionsBuilder builder) => builder
        .UseSqlite("Data Source=/nowhere/production.db")
        .UseMigrateBoth()
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    private static int Count(DbContext context) => context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Own").Single();

    private sealed class TenantFactory(DbContextOptions<GardenContext> options) : IDbContextFactory<GardenContext>
    {
        public GardenContext CreateDbContext()
        {
            var context = new GardenContext(options);
            context.Database.SetCommandTimeout(77);
            return context;
        }
    }

    private sealed class ShoutingExtension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new ShoutingInfo(this);

        public void ApplyServices(IServiceCollection services) => services.AddScoped<IConventionSetPlugin, Shouting>();

        public void Validate(IDbContextOptions options)
        {
        }

        private sealed class ShoutingInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;

            public override string LogFragment => "shouting ";

            public override int GetServiceProviderHashCode() => 1;

            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ShoutingInfo;

            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Shouting"] = "1";
        }
    }

    private sealed class Shouting : IConventionSetPlugin, IPropertyAddedConvention
    {
        public ConventionSet ModifyConventions(ConventionSet conventionSet)
        {
            conventionSet.PropertyAddedConventions.Add(this);
            return conventionSet;
        }

        public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
        {
            if (propertyBuilder.Metadata.ClrType == typeof(string))
            {
                propertyBuilder.HasConversion(new ValueConverter<string, string>(text => text.ToUpperInvariant(), text => text));
            }
        }
    }
}
