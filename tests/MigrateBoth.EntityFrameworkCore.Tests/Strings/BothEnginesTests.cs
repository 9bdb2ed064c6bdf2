using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using MigrateBoth.DesignHost.Tests;

#pragma warning disable CA1862, CA1304, CA1311 // Translated to SQL; the overloads with StringComparison and culture are not (Q-07).

namespace MigrateBoth.EntityFrameworkCore.Tests.Strings;

/// <summary>The same queries over the same rows on a SQLite file and a real MySQL (C-01 to C-09).</summary>
public sealed class BothEnginesTests(MySqlServer server) : IClassFixture<MySqlServer>, IDisposable
{
    private static readonly string[] Texts = ["abc", "ABC", "Abc ", "abc  ", "éa", "ÉA", "Z", "z", "ä", "😀", "ß", "ss", "a_b", "a%b", "１", "1", ""];

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    [MySqlFact]
    public async Task Text_is_compared_ordered_searched_and_kept_unique_alike()
    {
        var sqlite = await AnswersAsync("sqlite", $"Data Source={_file}", stringSemantics: true);
        var mySql = await AnswersAsync("mysql", await server.CreateDatabaseAsync(), stringSemantics: true);

        Assert.Equal(sqlite, mySql);
    }

    [MySqlFact]
    public async Task Without_the_option_the_engines_disagree()
    {
        // Else the test above would pass without the option, and prove nothing. The unique index is left out: MySQL refuses the rows.
        var sqlite = await AnswersAsync("sqlite", $"Data Source={_file};Pooling=False", stringSemantics: false);
        var mySql = await AnswersAsync("mysql", await server.CreateDatabaseAsync(), stringSemantics: false);

        Assert.True(sqlite.Zip(mySql).Count(pair => pair.First != pair.Second) >= 8);
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(string type, string connectionString, bool stringSemantics)
    {
        await using var context = stringSemantics
            ? new UniqueTextContext(Options<UniqueTextContext>(type, connectionString, options => options.UseStringSemantics()))
            : (TextContext)new PlainTextContext(Options<PlainTextContext>(type, connectionString, null));
        await context.Database.EnsureDeletedAsync();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(Texts.Select(text => new Entry { Text = text }));
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();

        var texts = context.Set<Entry>().Select(entry => entry.Text);
        var ordered = texts.OrderBy(text => text);
        var queries = new Dictionary<string, IQueryable<string>>
        {
            ["order"] = ordered,
            ["equality"] = ordered.Where(text => text == "abc"),
            ["list"] = ordered.Where(text => new[] { "ABC", "ä", "1" }.Contains(text)),
            ["starts with"] = ordered.Where(text => text.StartsWith("ab")),
            ["starts with a wildcard"] = ordered.Where(text => text.StartsWith("a_")),
            ["ends with"] = ordered.Where(text => text.EndsWith("bc")),
            ["contains"] = ordered.Where(text => text.Contains("BC")),
            ["like"] = ordered.Where(text => EF.Functions.Like(text, "A%")),
            ["distinct"] = texts.Distinct().OrderBy(text => text),
            ["greatest"] = context.Set<Entry>().GroupBy(_ => 1).Select(group => group.Max(entry => entry.Text)!),
            ["lower"] = ordered.Select(text => text.ToLower()),
            ["upper"] = ordered.Select(text => text.ToUpper()),
            ["search regardless of case"] = ordered.Where(text => text.ToLower().StartsWith("éa")),
            ["replace"] = ordered.Select(text => text.Replace("B", "x")),
            ["position"] = ordered.Select(text => text.IndexOf("BC").ToString()),
        };

        var answers = new List<string>();
        foreach (var (name, query) in queries)
        {
            answers.Add($"{name}: {string.Join(" | ", await query.ToListAsync())}");
        }

        return answers;
    }

    private static DbContextOptions<TContext> Options<TContext>(string type, string connectionString, Action<MigrateBothOptionsBuilder>? configure)
        where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>().UseMigrateBoth(type, connectionString, configure).Options;

    private sealed class Entry
    {
        public int Id { get; set; }

        public required string Text { get; set; }
    }

    private abstract class TextContext(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Entry>().Property(entry => entry.Text).HasMaxLength(50);
    }

    private sealed class PlainTextContext(DbContextOptions<PlainTextContext> options) : TextContext(options);

    private sealed class UniqueTextContext(DbContextOptions<UniqueTextContext> options) : TextContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Entry>().HasIndex(entry => entry.Text).IsUnique();
        }
    }
}
