using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Sql;

public sealed class CreateTriggerParserTests
{
    [Theory]
    [InlineData("CREATE TRIGGER tr INSERT ON t BEGIN SELECT 1; END", "BEFORE", "INSERT")]
    [InlineData("CREATE TRIGGER \"after\" BEFORE DELETE ON t BEGIN SELECT 1; END", "BEFORE", "DELETE")]
    [InlineData("CREATE TEMP TRIGGER IF NOT EXISTS main.tr after update of a, b on t when 1 begin select 1; end", "AFTER", "UPDATE")]
    [InlineData("CREATE TRIGGER tr -- BEFORE\n INSTEAD /**/ OF INSERT ON v BEGIN SELECT 1; END", "INSTEAD OF", "INSERT")]
    public void Timing_and_event_are_read(string sql, string timing, string @event) =>
        Assert.Equal(new CreateTriggerText(timing, @event), CreateTriggerParser.Parse(sql));

    [Fact]
    public void An_unknown_event_is_an_error() =>
        Assert.Throws<SqlSyntaxException>(() => CreateTriggerParser.Parse("CREATE TRIGGER tr AFTER TRUNCATE ON t BEGIN SELECT 1; END"));
}
