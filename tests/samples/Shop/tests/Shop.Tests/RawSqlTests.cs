using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class RawSqlTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        context.AddRange(Some.Product("R-1", "Rolling pin", 8m), Some.Product("R-2", "Rasp", 6m), Some.Product("R-3", "Ramekin", 3m, ProductStatus.Draft));
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task A_query_takes_its_parameters_as_values()
    {
        await using var context = NewContext();
        var name = "Rasp' OR '1' = '1";

        Assert.Empty(await context.Products.FromSql($"SELECT * FROM Products WHERE Name = {name}").ToListAsync());
    }

    [Fact]
    public async Task A_query_can_be_continued_in_linq()
    {
        await using var context = NewContext();

        var names = await context.Products.FromSql($"SELECT * FROM Products WHERE Status = {"OnSale"}")
            .Where(product => product.Sku != "R-9").OrderByDescending(product => product.Name).Select(product => product.Name).ToListAsync();

        Assert.Equal(["Rolling pin", "Rasp"], names);
    }

    [Fact]
    public async Task Scalars_are_read_by_their_type()
    {
        await using var context = NewContext();

        Assert.Equal(3, await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Products").SingleAsync());
        Assert.Equal(["R-1", "R-2", "R-3"], await context.Database.SqlQuery<string>($"SELECT Sku AS Value FROM Products").OrderBy(sku => sku).ToListAsync());
    }

    [Fact]
    public async Task A_statement_tells_how_many_rows_it_changed()
    {
        await using var context = NewContext();

        Assert.Equal(2, await context.Database.ExecuteSqlAsync($"UPDATE Products SET Description = {"On sale"} WHERE Status = {"OnSale"}"));
    }

    [Fact]
    public async Task A_recursive_query_walks_the_categories()
    {
        await using var context = NewContext();

        var slugs = await context.Database.SqlQuery<string>(
            $"""
            WITH RECURSIVE tree AS (
                SELECT Id, Slug FROM Categories WHERE ParentId IS NULL
                UNION ALL
                SELECT child.Id, child.Slug FROM Categories AS child JOIN tree ON child.ParentId = tree.Id)
            SELECT Slug AS Value FROM tree
            """).ToListAsync();

        Assert.Equal(["cafe", "kitchen", "knives"], slugs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_missing_value_is_refused()
    {
        await using var context = NewContext();

        await Assert.ThrowsAnyAsync<Exception>(() => context.Database.ExecuteSqlAsync($"INSERT INTO Brands (Name) VALUES (NULL)"));

        Assert.False(await context.Brands.AnyAsync());
    }
}
