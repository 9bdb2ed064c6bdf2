using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Tests;

public sealed class DescribeTests
{
    [Fact]
    public async Task Both_engines_are_described_by_one_host()
    {
        await using var host = await Fixture.Factory.StartAsync();

        var models = await Task.WhenAll(
            host.DescribeAsync(Engine.Sqlite, CancellationToken.None), host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Equal(["Microsoft.EntityFrameworkCore.Sqlite", "Pomelo.EntityFrameworkCore.MySql"], models.Select(model => model.ProviderName));
        Assert.All(models, model => Assert.Equal("Factory.LibraryContext", model.ContextType));
        Assert.All(models, model => Assert.Equal("IDesignTimeDbContextFactory LibraryContextFactory", model.ObtainedBy));
        Assert.Equal([null, "8.4.0-mysql"], models.Select(model => model.ConfiguredServerVersion));
        Assert.Equal(["9.0.23", "9.0.0"], models.Select(model => model.ProviderVersion));
    }

    [Fact]
    public async Task Columns_carry_the_types_of_both_sides()
    {
        await using var host = await Fixture.Factory.StartAsync();

        var model = await host.DescribeAsync(Engine.MySql, CancellationToken.None);

        var books = model.Tables.Single(table => table.Name == "Books");
        Assert.Equal(["Book", "AudioBook"], books.EntityTypes);
        var price = books.Columns.Single(column => column.Name == "Price");
        Assert.Equal(("Book.Price", "decimal", "decimal(10,2)", 10, 2), (price.Property, price.ClrType, price.StoreType, price.Precision, price.Scale));
    }
}
