using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

#pragma warning disable CA1862 // Translated to SQL; the overloads with StringComparison are not.

namespace MigrateBoth.EntityFrameworkCore.Tests.Strings;

public sealed class StringSemanticsTests : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

    public async Task InitializeAsync()
    {
        await using var context = Words("sqlite", $"sqlite:///{_file}", options => options.UseStringSemantics());
        await context.Database.EnsureCreatedAsync();
        context.Words.AddRange(new Word { Text = "abc" }, new Word { Text = "ABC" }, new Word { Text = "éa" });
        await context.SaveChangesAsync();
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task StartsWith_counts_case_on_SQLite()
    {
        await using var context = Words("sqlite", $"sqlite:///{_file}", options => options.UseStringSemantics());

        Assert.Equal(["abc"], await context.Words.Where(word => word.Text.StartsWith("ab")).Select(word => word.Text).ToListAsync());
        Assert.Equal(["ABC"], context.Words.Where(word => EF.Functions.Like(word.Text, "%BC")).Select(word => word.Text).ToList());
    }

    [Fact]
    public async Task ToUpper_and_ToLower_support_more_than_ASCII_on_SQLite()
    {
        await using var context = Words("sqlite", $"sqlite:///{_file}", options => options.UseStringSemantics());

        Assert.Equal("ÉA", await context.Words.Where(word => word.Text.ToUpper() == "ÉA").Select(word => word.Text.ToUpper()).SingleAsync());
        Assert.Equal(2, await context.Words.CountAsync(word => word.Text.ToLower() == "abc"));
    }

    [Fact]
    public async Task Without_it_SQLite_differs_which_is_why_it_exists()
    {
        // Its own connection string, because a pooled connection keeps its PRAGMA.
        await using var context = Words("sqlite", $"sqlite:///{_file}?pooling=false");

        Assert.Equal(2, await context.Words.CountAsync(word => word.Text.StartsWith("ab")));
        Assert.Equal(0, await context.Words.CountAsync(word => word.Text.ToUpper() == "ÉA"));
    }

    [Theory]
    [InlineData("mysql", "utf8mb4_0900_bin")]
    [InlineData("mariadb", "utf8mb4_nopad_bin")]
    [InlineData("sqlite", null)]
    public void The_model_gets_the_servers_code_point_collation(string type, string? collation)
    {
        using var context = Words(type, null, options => options.UseStringSemantics());

        Assert.Equal(collation, context.GetService<IDesignTimeModel>().Model.GetCollation());
    }

    [Fact]
    public void A_collation_of_the_application_wins()
    {
        using var context = new ChoosyContext(Options<ChoosyContext>("mysql", null, options => options.UseStringSemantics()));

        Assert.Equal("utf8mb4_0900_as_cs", context.GetService<IDesignTimeModel>().Model.GetCollation());
    }

    private static WordsContext Words(string type, string? url, Action<MigrateBothOptionsBuilder>? configure = null) =>
        new(Options<WordsContext>(type, url, configure));

    private static DbContextOptions<TContext> Options<TContext>(string type, string? url, Action<MigrateBothOptionsBuilder>? configure)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder.UseMigrateBoth(type, url, configure);
        return builder.Options;
    }

    private sealed class Word
    {
        public int Id { get; set; }

        public required string Text { get; set; }
    }

    private sealed class WordsContext(DbContextOptions<WordsContext> options) : DbContext(options)
    {
        public DbSet<Word> Words => Set<Word>();
    }

    private sealed class ChoosyContext(DbContextOptions<ChoosyContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseCollation("utf8mb4_0900_as_cs");
    }
}
