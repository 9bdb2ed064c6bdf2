using MigrateBoth.Testing;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

using Shop.Data.Orders;

namespace Shop.Tests;

/// <summary>The whole application, on the test's database. Its own registration of the context stays as it is.</summary>
internal sealed class ShopApplication(ShopDatabase database) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in database.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("MIGRATE_AT_START", "false");
        builder.ConfigureTestServices(services => services
            .UseParityDatabase(database)
            .AddSingleton<TimeProvider>(FixedClock.Noon)
            .AddSingleton<IOrderNumbers, CountedOrderNumbers>());
    }
}
