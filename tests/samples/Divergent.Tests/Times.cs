namespace Divergent.Tests;

public sealed class Times(DivergentDatabase database) : DivergentTest(database)
{
    private static readonly DateTime Noon = new(2026, 1, 31, 12, 0, 0);

    [Fact]
    public async Task Ticks()
    {
        await SaveAsync(new Moment { At = Noon.AddTicks(1234567) });
        await using var context = Open();
        Assert.Equal(Noon.Date, (await context.Moments.SingleAsync()).At.Date);
    }

    [Fact]
    public async Task Offset()
    {
        var there = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2));
        await SaveAsync(new Moment { At = Noon, With = there });
        await using var context = Open();
        Assert.Equal(there, (await context.Moments.SingleAsync()).With);
    }

    [Fact]
    public async Task Order_by_offset()
    {
        await SaveAsync(new Moment { At = Noon, With = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero) });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Moments.OrderBy(moment => moment.With).ToListAsync());
    }

    [Fact]
    public async Task Order_by_span()
    {
        await SaveAsync(new Moment { At = Noon, Span = TimeSpan.FromHours(1) });
        await using var context = Open();
        _ = await TryAsync(async () => await context.Moments.OrderBy(moment => moment.Span).Select(moment => moment.Span).ToListAsync());
    }

    [Fact]
    public async Task Long_span() => _ = await TryAsync(() => SaveAsync(new Moment { At = Noon, Span = TimeSpan.FromHours(900) }));

    [Fact]
    public async Task Next_month()
    {
        await SaveAsync(new Moment { At = Noon });
        await using var context = Open();
        Assert.True(await context.Moments.Select(moment => moment.At.AddMonths(1)).SingleAsync() > Noon);
    }

    [Fact]
    public async Task Clock_of_the_session()
    {
        await using var context = Open();
        await context.Database.OpenConnectionAsync();
        if (context.Database.IsMySql())
        {
            await context.Database.ExecuteSqlRawAsync("SET SESSION time_zone = '+05:30'");
        }

        Assert.InRange((await context.Database.SqlQueryRaw<DateTime>("SELECT CURRENT_TIMESTAMP AS Value").SingleAsync()).Year, 2026, 9999);
    }

    [Fact]
    public async Task Half_a_day()
    {
        await SaveAsync(new Moment { At = Noon });
        await using var context = Open();
        Assert.True(await context.Moments.Select(moment => moment.At.AddDays(0.5)).SingleAsync() > Noon);
    }
}
