using System.Text.RegularExpressions;

namespace Divergent.Tests;

public sealed class Texts(DivergentDatabase database) : DivergentTest(database)
{
    private Task WordsAsync(params string[] texts) => SaveAsync([.. texts.Select(text => new Word { Text = text })]);

    [Fact]
    public async Task Equality()
    {
        await WordsAsync("abc", "ABC");
        await using var context = Open();
        Assert.NotEmpty(await context.Words.Where(word => word.Text == "abc").OrderBy(word => word.Id).ToListAsync());
    }

    [Fact]
    public async Task Equality_of_accents_counted()
    {
        await WordsAsync("cafe", "café");
        await using var context = Open();
        Assert.True(await context.Words.CountAsync(word => word.Text == "cafe") > 0);
    }

    [Fact]
    public async Task Distinct()
    {
        await WordsAsync("abc", "ABC", "xyz");
        await using var context = Open();
        Assert.Contains("xyz", await context.Words.Select(word => word.Text).Distinct().ToListAsync());
    }

    [Fact]
    public async Task Grouping()
    {
        await WordsAsync("abc", "ABC", "xyz");
        await using var context = Open();
        Assert.NotEmpty(await context.Words.GroupBy(word => word.Text).Select(group => new { group.Key, Count = group.Count() }).ToListAsync());
    }

    [Fact]
    public async Task Contains()
    {
        await WordsAsync("an Abc", "an abc");
        await using var context = Open();
        Assert.NotEmpty(await context.Words.Where(word => word.Text.Contains("Abc")).OrderBy(word => word.Id).ToListAsync());
    }

    [Fact]
    public async Task Starts_with()
    {
        await WordsAsync("École", "ecole", "Ecole");
        await using var context = Open();
        Assert.NotEmpty(await context.Words.Where(word => word.Text.StartsWith("Ec")).OrderBy(word => word.Id).ToListAsync());
    }

    [Fact]
    public async Task Like_with_a_backslash()
    {
        await WordsAsync("a_b", "axb");
        await using var context = Open();
        Assert.True(await context.Words.CountAsync(word => EF.Functions.Like(word.Text, "a\\_b")) >= 0);
    }

    [Fact]
    public async Task Order()
    {
        await WordsAsync("a", "Z", "b");
        await using var context = Open();
        Assert.Equal(3, (await context.Words.OrderBy(word => word.Text).Select(word => word.Text).ToListAsync()).Count);
    }

    [Fact]
    public async Task Maximum()
    {
        await WordsAsync("a", "Z");
        await using var context = Open();
        Assert.NotNull(await context.Words.MaxAsync(word => word.Text));
    }

    [Fact]
    public async Task Upper_case()
    {
        await WordsAsync("École", "été");
        await using var context = Open();
        Assert.Equal(2, (await context.Words.OrderBy(word => word.Id).Select(word => word.Text.ToUpper()).ToListAsync()).Count);
    }

    [Fact]
    public async Task Regular_expression()
    {
        await WordsAsync("abc", "ABC");
        await using var context = Open();
        Assert.NotEmpty(await context.Words.Where(word => Regex.IsMatch(word.Text, "^abc$")).OrderBy(word => word.Id).ToListAsync());
    }

    [Fact]
    public async Task Unique_twins()
    {
        await SaveAsync(new Login { Email = "ann@x.org" });
        _ = await TryAsync(() => SaveAsync(new Login { Email = "Ann@x.org" }));
    }

    [Fact]
    public async Task Foreign_key_in_other_case()
    {
        await SaveAsync(new Tag { Name = "red" });
        _ = await TryAsync(() => SaveAsync(new TagUse { TagName = "Red" }));
    }

    [Fact]
    public async Task Find_in_other_case()
    {
        await SaveAsync(new Tag { Name = "red" });
        await using var context = Open();
        _ = await context.Tags.FindAsync("RED");
    }

    [Fact]
    public async Task Too_long() => _ = await TryAsync(() => SaveAsync(new Word { Text = new string('x', 51) }));

    [Fact]
    public async Task Fixed_length()
    {
        await SaveAsync(new Word { Text = "padded", Code = "abc     " });
        await using var context = Open();
        Assert.StartsWith("abc", (await context.Words.SingleAsync()).Code);
    }

    [Fact]
    public async Task Check_in_other_case() => _ = await TryAsync(() => SaveAsync(new Grade { Letter = "A" }));

    [Fact]
    public async Task Delete_by_text()
    {
        await WordsAsync("abc", "ABC");
        await using var context = Open();
        Assert.True(await context.Words.Where(word => word.Text == "abc").ExecuteDeleteAsync() > 0);
    }

    [Fact]
    public async Task Without_an_order()
    {
        await SaveAsync(new Tag { Name = "z" });
        await SaveAsync(new Tag { Name = "m" });
        await SaveAsync(new Tag { Name = "a" });
        await using var context = Open();
        Assert.Equal(3, (await context.Tags.ToListAsync()).Count);
    }
}
