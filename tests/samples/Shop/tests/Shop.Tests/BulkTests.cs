using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class BulkTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        var products = Enumerable.Range(1, 12).Select(number => Some.Product($"B-{number:D2}", $"Bowl {number}", number, category: 1 + (number % 3))).ToList();
        context.AddRange(products);
        await context.SaveChangesAsync();
        context.AddRange(products.Select(product => new Review { ProductId = product.Id, Rating = 1 + (product.Sku[^1] % 5), PostedAt = Some.Noon }));
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task A_whole_category_is_discontinued_at_once()
    {
        await using var context = NewContext();

        var changed = await context.Products.Where(product => product.CategoryId == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(product => product.Status, ProductStatus.Discontinued));

        Assert.Equal(4, changed);
        Assert.Equal(4, await context.Products.CountAsync(product => product.Status == ProductStatus.Discontinued));
    }

    [Fact]
    public async Task Prices_are_set_from_constants()
    {
        await using var context = NewContext();

        Assert.Equal(3, await context.Products.Where(product => product.Sku.CompareTo("B-10") >= 0)
            .ExecuteUpdateAsync(set => set.SetProperty(product => product.Price, 9.99m).SetProperty(product => product.Description, "Sale")));

        Assert.Equal(["B-10", "B-11", "B-12"], await context.Products.Where(product => product.Description == "Sale").OrderBy(product => product.Sku).Select(product => product.Sku).ToListAsync());
    }

    [Fact]
    public async Task A_counter_is_raised_in_the_database()
    {
        await using var context = NewContext();

        await context.Products.ExecuteUpdateAsync(set => set.SetProperty(product => product.Version, product => product.Version + 5));

        Assert.Equal(60, await context.Products.SumAsync(product => product.Version));
    }

    [Fact]
    public async Task Bad_reviews_are_deleted_at_once()
    {
        await using var context = NewContext();
        var bad = await context.Reviews.CountAsync(review => review.Rating < 3);

        Assert.Equal(bad, await context.Reviews.Where(review => review.Rating < 3).ExecuteDeleteAsync());
        Assert.Equal(12 - bad, await context.Reviews.CountAsync());
    }

    [Fact]
    public async Task Deleting_products_deletes_their_reviews()
    {
        await using var context = NewContext();

        Assert.Equal(4, await context.Products.Where(product => product.CategoryId == 1).ExecuteDeleteAsync());

        Assert.Equal(8, await context.Reviews.CountAsync());
    }

    [Fact]
    public async Task Nothing_to_change_is_nothing_changed()
    {
        await using var context = NewContext();

        Assert.Equal(0, await context.Products.Where(product => product.Sku == "none").ExecuteDeleteAsync());
    }
}
