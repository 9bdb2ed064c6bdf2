using Shop.Data;
using Shop.Data.Catalog;
using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class ProductCatalogTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        var brand = new Brand { Name = "Windmühle" };
        var bread = Some.Product("K-1", "Bread knife", 49.90m);
        bread.Brand = brand;
        context.AddRange(
            bread,
            Some.Product("K-2", "bread board", 19.5m),
            Some.Product("K-3", "Brotdose", 12m),
            Some.Product("K-4", "Bread bin", 60m, ProductStatus.Draft),
            Some.Product("K-5", "Äpfelteiler", 5m),
            Some.Product("K-6", "100% cotton towel", 9m));
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task Search_ignores_case() =>
        Assert.Equal(["Bread knife", "bread board"], await SearchAsync("BREAD"));

    [Fact]
    public async Task Search_finds_beginnings_only() => Assert.Empty(await SearchAsync("knife"));

    [Fact]
    public async Task Search_leaves_drafts_out() => Assert.DoesNotContain("Bread bin", await SearchAsync("bread"));

    [Fact]
    public async Task Search_ignores_the_case_of_umlauts() => Assert.Equal(["Äpfelteiler"], await SearchAsync("äPFEL"));

    [Fact]
    public async Task Search_minds_accents() => Assert.Empty(await SearchAsync("apfel"));

    [Fact]
    public async Task Search_takes_a_percent_sign_for_what_it_is() => Assert.Equal(["100% cotton towel"], await SearchAsync("100%"));

    [Fact]
    public async Task Everything_comes_in_the_order_of_code_points() =>
        Assert.Equal(["100% cotton towel", "Bread knife", "Brotdose", "bread board", "Äpfelteiler"], await SearchAsync(""));

    [Fact]
    public async Task A_summary_names_the_brand_where_there_is_one()
    {
        await using var context = NewContext();

        var found = await new ProductCatalog(context).SearchAsync("b", None);

        Assert.Equal(
            [new("K-1", "Bread knife", 49.90m, "Windmühle"), new("K-3", "Brotdose", 12m, null), new("K-2", "bread board", 19.5m, null)],
            found);
    }

    [Fact]
    public async Task Availability_is_summed_over_the_warehouses()
    {
        await using (var context = NewContext())
        {
            var product = Some.Product("S-1", "Sieve");
            var (vienna, linz) = (Some.Warehouse(1), Some.Warehouse(2, "Linz"));
            context.AddRange(vienna, linz, Some.Stock(vienna, product, 5, reserved: 2), Some.Stock(linz, product, 4));
            await context.SaveChangesAsync();
        }

        await using var read = NewContext();
        Assert.Equal(7, await new ProductCatalog(read).AvailableAsync("S-1", None));
    }

    [Fact]
    public async Task Of_an_unknown_product_nothing_is_available()
    {
        await using var context = NewContext();

        Assert.Equal(0, await new ProductCatalog(context).AvailableAsync("nothing", None));
    }

    private async Task<IEnumerable<string>> SearchAsync(string text)
    {
        await using ShopContext context = NewContext();
        return (await new ProductCatalog(context).SearchAsync(text, None)).Select(product => product.Name);
    }
}
