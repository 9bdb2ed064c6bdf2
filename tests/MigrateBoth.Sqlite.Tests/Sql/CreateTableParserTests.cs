using MigrateBoth.Sqlite.Sql;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Tests.Sql;

public sealed class CreateTableParserTests
{
    private static readonly IReadOnlyDictionary<string, (string Text, string Expected)> Cases = CaseFile.Read("CreateTable.cases");

    public static TheoryData<string> Titles { get; } = [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Parse_reads_the_text(string title)
    {
        var (text, expected) = Cases[title];

        Assert.Equal(expected, CreateTableTextRenderer.Render(CreateTableParser.Parse(text)));
    }

    /// <summary>A case that SQLite refuses would prove nothing about what sqlite_master can hold.</summary>
    [Theory]
    [MemberData(nameof(Titles))]
    public void SQLite_accepts_the_text_and_keeps_it_as_it_stands(string title)
    {
        var (text, expected) = Cases[title];
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

        Assert.Equal(expected, CreateTableTextRenderer.Render(CreateTableParser.Parse((string)command.ExecuteScalar()!)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CREATE TABLE")]
    [InlineData("CREATE TABLE t")]
    [InlineData("CREATE TABLE t (a int")]
    [InlineData("CREATE TABLE t (a int))")]
    [InlineData("CREATE TABLE t (a int,)")]
    [InlineData("CREATE TABLE t (a 'int)")]
    [InlineData("CREATE TABLE t (a int) WITHOUT FEAR")]
    [InlineData("CREATE TABLE t (a int FANCY NEW (1) CLAUSE (2))")]
    [InlineData("CREATE TABLE t (a int REFERENCES p ON DELETE EXPLODE)")]
    [InlineData("CREATE TABLE t (a int DEFERRABLE INITIALLY SOMETIMES)")]
    [InlineData("CREATE TABLE t (a int, UNIQUE (a + 1))")]
    [InlineData("CREATE TABLE t (a int, PERIOD FOR SYSTEM_TIME (a, b))")]
    [InlineData("CREATE TABLE t (a int ^ 2)")]
    [InlineData("CREATE VIRTUAL TABLE t USING fts5(a)")]
    [InlineData("CREATE TABLE t (a int CHECK a > 0)")]
    public void What_the_parser_does_not_know_is_an_error_and_never_left_out(string sql) =>
        Assert.Throws<SqlSyntaxException>(() => CreateTableParser.Parse(sql));
}
