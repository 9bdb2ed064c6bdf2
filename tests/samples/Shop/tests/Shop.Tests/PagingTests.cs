using Microsoft.EntityFrameworkCore;

namespace Shop.Tests;

public sealed class PagingTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        // Several products of one name, so that an order by name alone would leave pages to chance.
        context.AddRange(Enumerable.Range(1, 25).Select(number => Some.Product($"P-{number:D2}", $"Plate {number % 4}", number)));
        await context.SaveChangesAsync();
    }

    [Theory]
    [InlineData(0, "P-04")]
    [InlineData(1, "P-24")]
    [InlineData(2, "P-17")]
    [InlineData(3, "P-10")]
    [InlineData(4, "P-07")]
    public async Task A_page_begins_where_the_one_before_ended(int page, string first)
    {
        await using var context = NewContext();

        var skus = await context.Products.OrderBy(product => product.Name).ThenBy(product => product.Sku)
            .Skip(page * 5).Take(5).Select(product => product.Sku).ToListAsync();

        Assert.Equal(5, skus.Count);
        Assert.Equal(first, skus[0]);
    }

    [Fact]
    public async Task Behind_the_last_page_there_is_nothing()
    {
        await using var context = NewContext();

        Assert.Empty(await context.Products.OrderBy(product => product.Sku).Skip(25).Take(5).ToListAsync());
    }

    [Fact]
    public async Task All_pages_together_hold_everything_once()
    {
        await using var context = NewContext();
        var seen = new List<string>();
        for (var page = 0; page < 9; page++)
        {
            seen.AddRange(await context.Products.OrderBy(product => product.Name).ThenBy(product => product.Id).Skip(page * 3).Take(3).Select(product => product.Sku).ToListAsync());
        }

        Assert.Equal(25, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_next_page_is_found_by_the_last_key()
    {
        await using var context = NewContext();

        var skus = await context.Products.Where(product => product.Sku.CompareTo("P-20") > 0).OrderBy(product => product.Sku).Take(3).Select(product => product.Sku).ToListAsync();

        Assert.Equal(["P-21", "P-22", "P-23"], skus);
    }

    [Fact]
    public async Task A_page_can_be_counted_from_the_end()
    {
        await using var context = NewContext();

        Assert.Equal(["P-25", "P-24"], await context.Products.OrderByDescending(product => product.Sku).Take(2).Select(product => product.Sku).ToListAsync());
    }
}
