using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations;

public sealed class ProviderEngineTests
{
    [Fact]
    public void The_providers_are_recognized_by_their_names() => Assert.Equal(
        (true, true, false),
        (ProviderEngine.IsMySql("Pomelo.EntityFrameworkCore.MySql", new DbContextOptionsBuilder().Options),
            ProviderEngine.IsMySql("MySql.EntityFrameworkCore", new DbContextOptionsBuilder().Options),
            ProviderEngine.IsMySql("Microsoft.EntityFrameworkCore.Sqlite", new DbContextOptionsBuilder().Options)));

    /// <summary>A provider built on Pomelo's under a name of its own: its options derive from Pomelo's.</summary>
    [Fact]
    public void A_provider_of_another_name_is_recognized_by_the_one_it_derives_from()
    {
        var builder = new DbContextOptionsBuilder();
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new ForkedOptions());

        Assert.True(ProviderEngine.IsMySql("Acme.Data", builder.Options));
    }

    [Fact]
    public void Another_provider_is_refused() => Assert.Throws<NotSupportedException>(
        () => ProviderEngine.IsMySql("Npgsql.EntityFrameworkCore.PostgreSQL", new DbContextOptionsBuilder().Options));

    [Fact]
    public void The_deployed_provider_is_found() =>
        Assert.Equal(["Pomelo.EntityFrameworkCore.MySql"], DeployedProviders.ForMySql.Select(assembly => assembly.GetName().Name));

#pragma warning disable EF1001 // A fork derives from what there is.
    private sealed class ForkedOptions : Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal.MySqlOptionsExtension
    {
        public override void ApplyServices(IServiceCollection services)
        {
        }
    }
#pragma warning restore EF1001
}
