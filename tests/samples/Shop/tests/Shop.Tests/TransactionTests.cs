using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class TransactionTests(ShopDatabase database) : ShopTest(database)
{
    [Fact]
    public async Task What_is_committed_stays()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Brand { Name = "Committed" });
            await context.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        Assert.Equal(["Committed"], await BrandsAsync());
    }

    [Fact]
    public async Task What_is_rolled_back_never_was()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Brand { Name = "Gone" });
            await context.SaveChangesAsync();
            Assert.Equal(1, await context.Set<Brand>().CountAsync());
            await transaction.RollbackAsync();
        }

        Assert.Empty(await BrandsAsync());
    }

    [Fact]
    public async Task A_transaction_that_nobody_commits_is_rolled_back()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Brand { Name = "Forgotten" });
            await context.SaveChangesAsync();
        }

        Assert.Empty(await BrandsAsync());
    }

    [Fact]
    public async Task A_savepoint_undoes_what_came_after_it()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Brand { Name = "Before" });
            await context.SaveChangesAsync();
            await transaction.CreateSavepointAsync("half");
            context.Add(new Brand { Name = "After" });
            await context.SaveChangesAsync();
            await transaction.RollbackToSavepointAsync("half");
            await transaction.CommitAsync();
        }

        Assert.Equal(["Before"], await BrandsAsync());
    }

    [Fact]
    public async Task A_failed_save_within_a_transaction_leaves_the_earlier_ones()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Brand { Name = "Twice" });
            await context.SaveChangesAsync();
            context.Add(new Brand { Name = "Twice" });
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
            await transaction.CommitAsync();
        }

        Assert.Equal(["Twice"], await BrandsAsync());
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_save_out()
    {
        await using (var context = NewContext())
        {
            context.AddRange(new Brand { Name = "Good" }, new Brand { Name = "Same" }, new Brand { Name = "Same" });
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        }

        Assert.Empty(await BrandsAsync());
    }

    private async Task<List<string>> BrandsAsync()
    {
        await using var context = NewContext();
        return await context.Brands.OrderBy(brand => brand.Name).Select(brand => brand.Name).ToListAsync();
    }
}
