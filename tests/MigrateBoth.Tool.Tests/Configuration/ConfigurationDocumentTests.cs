using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Tests.Configuration;

public sealed class ConfigurationDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "configuration.md"));

    public static TheoryData<string> Keys =>
    [
        .. ConfigurationNames.TopLevel.Except(["sqlite", "mysql"]),
        .. ConfigurationNames.Sqlite.Select(key => $"sqlite.{key}"),
        .. ConfigurationNames.MySql.Select(key => $"mysql.{key}"),
        .. ConfigurationNames.Acceptance,
        .. ConfigurationNames.Layouts.Keys,
        .. SeverityNames.AllAndOff.Keys,
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_documented(string key) => Assert.Contains($"`{key}`", Document, StringComparison.Ordinal);

    [Fact]
    public void The_example_is_a_configuration()
    {
        var json = Document.Split("```json")[1].Split("```")[0];

        var layer = Core.Configuration.Json.ConfigurationFile.Parse(Path.GetFullPath("/shop/migrateboth.json"), json);

        Assert.Equal("ShopContext", layer.Context);
        Assert.Equal("mysql:8.4", layer.MySql.Image);
    }
}
