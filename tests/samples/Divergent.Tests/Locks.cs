namespace Divergent.Tests;

public sealed class Locks(DivergentDatabase database) : DivergentTest(database)
{
    [Fact]
    public async Task Second_writer()
    {
        await SaveAsync(new Node { Rank = 1 }, new Word { Text = "a" });
        await using var one = Open();
        await using var other = Open();
        await using var transaction = await one.Database.BeginTransactionAsync();
        await one.Nodes.ExecuteUpdateAsync(set => set.SetProperty(node => node.Rank, 2));
        other.Database.SetCommandTimeout(1);
        _ = await TryAsync(async () => await other.Words.ExecuteUpdateAsync(set => set.SetProperty(word => word.Number, 2)));
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task Opposite_order()
    {
        await SaveAsync(new Node { Rank = 1 }, new Node { Rank = 1 }, new Node { Rank = 1 }, new Word { Text = "a" });
        var (hasBegun, hasLocked) = (new TaskCompletionSource(), new TaskCompletionSource());

        // SQLite's provider blocks where others wait. This one changes more rows, so that a deadlock is broken at the other's expense.
        var first = Task.Run(async () =>
        {
            await using var context = Open();
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.Nodes.ExecuteUpdateAsync(set => set.SetProperty(node => node.Rank, 2));
            hasBegun.SetResult();
            await Task.WhenAny(hasLocked.Task, Task.Delay(4000));
            await context.Words.ExecuteUpdateAsync(set => set.SetProperty(word => word.Number, 2));
            await transaction.CommitAsync();
        });
        await Task.WhenAny(hasBegun.Task, first);
        var second = Task.Run(() => TryAsync(async () =>
        {
            await using var context = Open();
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.Words.ExecuteUpdateAsync(set => set.SetProperty(word => word.Number, 3));
            hasLocked.SetResult();
            await Task.Delay(500);
            await context.Nodes.ExecuteUpdateAsync(set => set.SetProperty(node => node.Rank, 3));
            await transaction.CommitAsync();
        }));
        await first;
        await second;
    }

    [Fact]
    public async Task Transaction_scope()
    {
        _ = await TryAsync(async () =>
        {
            using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);
            await SaveAsync(new Word { Text = "a" });
            scope.Complete();
        });
        await using var context = Open();
        Assert.InRange(await context.Words.CountAsync(), 0, 1);
    }

    [Fact]
    public async Task Text_in_double_quotes()
    {
        await SaveAsync(new Word { Text = "a" }, new Word { Text = "b" });
        await using var context = Open();
        Assert.InRange(await context.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS Value FROM Words WHERE Text = \"Text\"").SingleAsync(), 0, 2);
    }
}
