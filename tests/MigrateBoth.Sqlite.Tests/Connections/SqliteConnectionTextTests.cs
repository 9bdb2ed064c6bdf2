using MigrateBoth.Core.Errors;
using MigrateBoth.Sqlite.Connections;

namespace MigrateBoth.Sqlite.Tests.Connections;

public sealed class SqliteConnectionTextTests
{
    private static readonly string Base = Path.GetTempPath();

    [Theory]
    [InlineData("shop.db")]
    [InlineData("Data Source=shop.db")]
    [InlineData("DataSource=./shop.db;Foreign Keys=True")]
    public void Paths_become_absolute_because_another_process_opens_them(string text)
    {
        Assert.Equal(Path.Combine(Base, "shop.db"), SqliteConnectionText.Parse(text, Base).DataSource);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Foo=bar")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=/no/such/folder/shop.db")]
    [InlineData(":memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Data Source=x;Mode=Perhaps")]
    public void What_names_no_file_is_refused(string text)
    {
        var exception = Assert.Throws<MigrateBothException>(() => SqliteConnectionText.Parse(text, Base));

        Assert.Equal("connection-invalid", exception.Code);
        Assert.Equal(ExitCode.Configuration, exception.ExitCode);
    }
}
