using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class ConcurrencyTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        context.Add(Some.Product("P-1", "Pan", 20m));
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told()
    {
        await using var first = NewContext();
        await using var second = NewContext();
        (await first.Products.SingleAsync()).Price = 21m;
        (await second.Products.SingleAsync()).Price = 22m;
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await using var read = NewContext();
        Assert.Equal((21m, 1), await read.Products.Select(product => ValueTuple.Create(product.Price, product.Version)).SingleAsync());
    }

    [Fact]
    public async Task Who_lost_can_try_again_on_the_current_row()
    {
        await using var first = NewContext();
        await using var second = NewContext();
        (await first.Products.SingleAsync()).Price = 21m;
        var product = await second.Products.SingleAsync();
        product.Name = "Frying pan";
        await first.SaveChangesAsync();

        try
        {
            await second.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            await conflict.Entries.Single().ReloadAsync();
            product.Name = "Frying pan";
            await second.SaveChangesAsync();
        }

        await using var read = NewContext();
        var current = await read.Products.SingleAsync();
        Assert.Equal(("Frying pan", 21m, 2), (current.Name, current.Price, current.Version));
    }

    [Fact]
    public async Task A_row_that_somebody_deleted_cannot_be_changed()
    {
        await using var context = NewContext();
        var product = await context.Products.SingleAsync();
        await using (var other = NewContext())
        {
            await other.Products.ExecuteDeleteAsync();
        }

        product.Price = 1m;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_row_that_somebody_changed_cannot_be_deleted()
    {
        await using var context = NewContext();
        var product = await context.Products.SingleAsync();
        await using (var other = NewContext())
        {
            (await other.Products.SingleAsync()).Price = 2m;
            await other.SaveChangesAsync();
        }

        context.Remove(product);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task Saving_the_same_values_again_is_no_change()
    {
        await using var context = NewContext();
        var product = await context.Products.SingleAsync();
        product.Price = 20.00m;

        Assert.Equal(0, await context.SaveChangesAsync());
        Assert.Equal(0, product.Version);
    }
}
