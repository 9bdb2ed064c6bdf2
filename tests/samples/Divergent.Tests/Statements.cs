namespace Divergent.Tests;

public sealed class Statements(DivergentDatabase database) : DivergentTest(database)
{
    [Fact]
    public async Task Query_in_a_query()
    {
        await SaveAsync(new Word { Text = "a" }, new Word { Text = "b" });
        await using var context = Open();
        _ = await TryAsync(async () =>
        {
            foreach (var word in context.Words.OrderBy(word => word.Id))
            {
                _ = await context.Logins.CountAsync(login => login.Email == word.Text);
            }
        });
    }

    [Fact]
    public async Task Update_by_a_subquery_on_the_same_table()
    {
        await SaveAsync(new Node { Rank = 1 }, new Node { Rank = 2 });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Nodes.Where(node => node.Rank == context.Nodes.Max(other => other.Rank)).ExecuteUpdateAsync(set => set.SetProperty(node => node.Rank, 9)));
    }

    [Fact]
    public async Task Limit_in_a_subquery()
    {
        await SaveAsync(new Node { Rank = 1 }, new Node { Rank = 2 });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Words.Where(word => context.Nodes.OrderBy(node => node.Id).Take(1).Select(node => node.Rank).Contains(word.Number)).ToListAsync());
    }

    [Fact]
    public async Task Swap()
    {
        await SaveAsync(new Couple { First = 1, Second = 2 });
        await using var context = Open();
        await context.Couples.ExecuteUpdateAsync(set => set.SetProperty(c => c.First, c => c.Second).SetProperty(c => c.Second, c => c.First));
        Assert.InRange((await context.Couples.SingleAsync()).First, 1, 2);
    }

    [Fact]
    public async Task Apply()
    {
        await SaveAsync(new Node { Rank = 1 }, new Node { Rank = 2 });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Nodes.SelectMany(node => context.Words.Where(word => word.Number < node.Rank).OrderBy(word => word.Id).Take(1), (node, word) => word.Text).ToListAsync());
    }

    [Fact]
    public async Task Delete_a_tree()
    {
        var root = new Node { Rank = 1 };
        await SaveAsync(root);
        await SaveAsync(new Node { ParentId = root.Id, Rank = 2 });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Nodes.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Lost_update()
    {
        await SaveAsync(new Document { Title = "first" });
        await using var one = Open();
        await using var other = Open();
        var mine = await one.Documents.SingleAsync();
        var its = await other.Documents.SingleAsync();
        its.Title = "theirs";
        await other.SaveChangesAsync();
        mine.Title = "mine";
        _ = await TryAsync(() => one.SaveChangesAsync());
    }

    [Fact]
    public async Task Guid_as_text()
    {
        await SaveAsync(new Ticket { Id = new Guid("0123abcd-0000-4000-8000-00000000abcd"), Seat = 1 });
        await using var context = Open();
        Assert.NotNull(await context.Tickets.Select(ticket => ticket.Id.ToString()).SingleAsync());
    }

    [Fact]
    public async Task Ticks_of_a_time()
    {
        await SaveAsync(new Moment { At = new DateTime(2026, 1, 1) });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Moments.Where(moment => moment.At.Ticks > 0).Select(moment => moment.Id).ToListAsync());
    }
}
