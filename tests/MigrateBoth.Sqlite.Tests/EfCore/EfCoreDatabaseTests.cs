using System.Text.Json;
using MigrateBoth.Core.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using ReferentialAction = MigrateBoth.Core.Schema.ReferentialAction;

namespace MigrateBoth.Sqlite.Tests.EfCore;

/// <summary>Databases as EF Core makes them.</summary>
public sealed class EfCoreDatabaseTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task A_database_made_from_the_model_is_read_whole()
    {
        var schema = await ReadCreatedAsync(c => new LibraryContext(c));

        Assert.Empty(schema.Unread);
        Assert.Equal(["Authors", "Books", "Loan"], schema.Tables.Select(t => t.Name));

        var authors = schema.Tables[0];
        Assert.Equal([("Id", true, null), ("Name", false, "NOCASE"), ("Born", false, null)], authors.Columns.Select(c => (c.Name, c.IsIdentity, c.Collation)));
        Assert.Equal("PK_Authors", authors.PrimaryKey?.Name);
        var alternate = Assert.Single(authors.UniqueConstraints);
        Assert.Equal("AK_Authors_Name", alternate.Name);
        Assert.Equal(["Name"], alternate.Columns);

        var books = schema.Tables[1];
        Assert.Equal(new CheckConstraint("CK_Books_Title", "\"Title\" <> '--' AND \"Title\" <> ') /*'"), Assert.Single(books.Checks));
        Assert.Equal((ColumnDefaultKind.Text, "it's"), Default(books, "Title"));
        Assert.Equal((ColumnDefaultKind.Text, "1.5"), Default(books, "Price"));
        Assert.Equal((ColumnDefaultKind.Expression, "CURRENT_TIMESTAMP"), Default(books, "Added"));
        Assert.Equal((ColumnDefaultKind.Binary, "0x0102"), Default(books, "Cover"));
        Assert.Equal(new GeneratedColumn("lower(\"Title\") || ','", IsStored: true), books.Columns.Single(c => c.Name == "Slug").Generated);
        var filtered = books.Indexes.Single(i => i.IsUnique);
        Assert.Equal("\"Title\" IS NOT NULL", filtered.Filter);
        Assert.Equal([("AuthorId", true), ("Title", false)], filtered.Parts.Select(p => (p.Column, p.IsDescending)));
        Assert.Equal(
            [
                ("FK_Books_Authors_AuthorId", "AuthorId", "Id", ReferentialAction.SetNull),
                ("FK_Books_Authors_EditorName", "EditorName", "Name", ReferentialAction.Restrict),
            ],
            books.ForeignKeys.Select(k => (k.Name, k.Columns[0], k.PrincipalColumns[0], k.OnDelete)));

        Assert.Equal(["BookId", "Day"], schema.Tables[2].PrimaryKey?.Columns);
    }

    [Fact]
    public async Task A_database_whose_tables_were_rebuilt_reads_like_a_new_one()
    {
        await using var database = await fixture.Server.CreateDatabaseAsync("rebuilt", CancellationToken.None);
        await using var old = new LibraryContext(database.ConnectionString);
        await using var current = new LibraryContextV2(database.ConnectionString);
        await old.Database.EnsureCreatedAsync();
        var commands = await UpgradeAsync(old, current);

        var rebuilt = await fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
        var created = await ReadCreatedAsync(c => new LibraryContextV2(c));

        Assert.Contains(commands, c => c.Contains("ef_temp_", StringComparison.Ordinal));
        Assert.Equal(Text(created), Text(rebuilt));
        Assert.Equal(2, rebuilt.Tables.Single(t => t.Name == "Books").Checks.Count);
    }

    [Fact]
    public async Task What_an_interrupted_rebuild_leaves_is_an_ordinary_table()
    {
        await using var database = await fixture.Server.CreateDatabaseAsync("leftover", CancellationToken.None);
        await using var old = new LibraryContext(database.ConnectionString);
        await using var current = new LibraryContextV2(database.ConnectionString);
        await old.Database.EnsureCreatedAsync();
        var create = Commands(old, current).First(c => c.Contains("CREATE TABLE \"ef_temp_Books\"", StringComparison.Ordinal));
        await fixture.ExecuteAsync(database.ConnectionString, create);

        var schema = await fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);

        Assert.Contains("ef_temp_Books", schema.Tables.Select(t => t.Name));
        Assert.Empty(schema.Unread);
    }

    [Fact]
    public async Task Another_history_table_can_be_left_out()
    {
        await using var database = await fixture.Server.CreateDatabaseAsync("history", CancellationToken.None);
        await fixture.ExecuteAsync(database.ConnectionString, "CREATE TABLE applied (MigrationId TEXT PRIMARY KEY); CREATE TABLE __EFMigrationsHistory (MigrationId TEXT)");

        var schema = await new SqliteCatalogReader("Applied").ReadAsync(database.ConnectionString, CancellationToken.None);

        Assert.Equal(["__EFMigrationsHistory"], schema.Tables.Select(t => t.Name));
    }

    private async Task<DatabaseSchema> ReadCreatedAsync(Func<string, DbContext> make)
    {
        await using var database = await fixture.Server.CreateDatabaseAsync("created", CancellationToken.None);
        await using var context = make(database.ConnectionString);
        await context.Database.EnsureCreatedAsync();
        return await fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> UpgradeAsync(DbContext old, DbContext current)
    {
        var commands = Commands(old, current);
        foreach (var command in commands)
        {
            await current.Database.ExecuteSqlRawAsync(command.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        return commands;
    }

    private static IReadOnlyList<string> Commands(DbContext old, DbContext current)
    {
        var target = Model(current);
        var operations = current.GetService<IMigrationsModelDiffer>().GetDifferences(Model(old).GetRelationalModel(), target.GetRelationalModel());
        return [.. current.GetService<IMigrationsSqlGenerator>().Generate(operations, target).Select(c => c.CommandText)];
    }

    private static IModel Model(DbContext context) => context.GetService<IDesignTimeModel>().Model;

    private static (ColumnDefaultKind Kind, string Value) Default(Table table, string column)
    {
        var value = table.Columns.Single(c => c.Name == column).Default;
        Assert.NotNull(value);
        return (value.Kind, value.Value);
    }

    /// <summary>Column order is not part of it (catalogue row M-25).</summary>
    private static string Text(DatabaseSchema schema) => JsonSerializer.Serialize(schema with
    {
        Tables = [.. schema.Tables.Select(t => t with { Columns = [.. t.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => c with { Ordinal = 0 })] })],
    });
}
