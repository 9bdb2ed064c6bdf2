namespace Divergent.Tests;

public sealed class Numbers(DivergentDatabase database) : DivergentTest(database)
{
    [Fact]
    public async Task Decimal_with_more_digits()
    {
        await SaveAsync(new Amount { Value = 1.005m });
        await using var context = Open();
        Assert.InRange((await context.Amounts.SingleAsync()).Value, 1m, 1.01m);
    }

    [Fact]
    public async Task Decimal_out_of_range() => _ = await TryAsync(() => SaveAsync(new Amount { Value = 1234567890123456789m }));

    [Fact]
    public async Task Order_by_decimal()
    {
        await SaveAsync(new Amount { Value = 2.5m }, new Amount { Value = 10.25m });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Amounts.OrderBy(amount => amount.Value).ToListAsync());
    }

    [Fact]
    public async Task Greater_decimal()
    {
        await SaveAsync(new Amount { Value = 10m, Other = 5m });
        await using var context = Open();
        Assert.True(await context.Amounts.Select(amount => Math.Max(amount.Value, amount.Other)).SingleAsync() > 0);
    }

    [Fact]
    public async Task Decimal_in_raw_sql()
    {
        await SaveAsync(new Amount { Value = 10m }, new Amount { Value = 20m }, new Amount { Value = 9.5m });
        await using var context = Open();
        Assert.True(await context.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM Amounts WHERE `Value` > 9").SingleAsync() >= 0);
    }

    [Fact]
    public async Task Check_on_a_decimal() => _ = await TryAsync(() => SaveAsync(new Limit { Price = 20m }));

    [Fact]
    public async Task Cast_to_int()
    {
        await SaveAsync(new Amount { Real = 9.99 });
        await using var context = Open();
        Assert.InRange(await context.Amounts.Where(amount => (int)amount.Real < 100).Select(amount => (int)amount.Real).SingleAsync(), 9, 10);
    }

    [Fact]
    public async Task Division_of_integers()
    {
        await SaveAsync(new Amount { Whole = 7, Divisor = 2 });
        await using var context = Open();
        Assert.True(await context.Amounts.CountAsync(amount => amount.Whole / amount.Divisor == 3) >= 0);
    }

    [Fact]
    public async Task Division_by_zero()
    {
        await SaveAsync(new Node { Rank = 7 });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Nodes.ExecuteUpdateAsync(set => set.SetProperty(node => node.ParentId, node => node.Rank / (node.Rank - 7))));
    }

    [Fact]
    public async Task Single_precision()
    {
        await SaveAsync(new Amount { Single = 123456.789f });
        await using var context = Open();
        Assert.InRange((await context.Amounts.SingleAsync()).Single, 123456f, 123458f);
    }

    [Fact]
    public async Task Rounding()
    {
        await SaveAsync(new Amount { Real = 2.5 });
        await using var context = Open();
        Assert.InRange(await context.Amounts.Select(amount => Math.Round(amount.Real)).SingleAsync(), 2, 3);
    }

    [Fact]
    public async Task Overflow()
    {
        await SaveAsync(new Amount { Big = long.MaxValue });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Amounts.Select(amount => amount.Big + 1).ToListAsync());
    }

    [Fact]
    public async Task Out_of_range_in_raw_sql()
    {
        await SaveAsync(new Amount());
        await using var context = Open();
        _ = await TryAsync(async () => await context.Database.ExecuteSqlRawAsync("UPDATE Amounts SET Small = 300"));
    }

    [Fact]
    public async Task Unsigned_in_order()
    {
        await SaveAsync(new Amount { Unsigned = 3 }, new Amount { Unsigned = 1 });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Amounts.OrderBy(amount => amount.Unsigned).Select(amount => amount.Id).ToListAsync());
    }

    [Fact]
    public async Task Division_in_raw_sql()
    {
        await using var context = Open();
        Assert.InRange(await context.Database.SqlQueryRaw<double>("SELECT 5 / 2 AS Value").SingleAsync(), 2, 2.5);
    }

    [Fact]
    public async Task Pipes_in_raw_sql()
    {
        await using var context = Open();
        Assert.NotNull(await context.Database.SqlQueryRaw<string>("SELECT concat('a' || 'b', '') AS Value").SingleAsync());
    }

    [Fact]
    public async Task Length_in_raw_sql()
    {
        await using var context = Open();
        Assert.InRange(await context.Database.SqlQueryRaw<int>("SELECT length('é') AS Value").SingleAsync(), 1, 2);
    }
}
