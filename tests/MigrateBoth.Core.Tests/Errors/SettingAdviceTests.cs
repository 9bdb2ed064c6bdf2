using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Tests.Errors;

/// <summary>The advice names the setting that the application's own message names.</summary>
public sealed class SettingAdviceTests
{
    [Theory]
    [InlineData("Shop:Api:Key is missing", "Shop__Api__Key")]
    [InlineData("Connection string 'DefaultConnection' not found.", "ConnectionStrings__DefaultConnection")]
    [InlineData("SHOP_DB_HOST must be set", "SHOP_DB_HOST")]
    [InlineData("Value cannot be null. (Parameter 'connectionString')", "NAME")]
    [InlineData("No host at http://localhost:5000, tried at 10:20", "NAME")]
    public void The_name_is_the_message_s(string message, string name) =>
        Assert.Contains($"\"mysql\": {{ \"environment\": {{ \"{name}\": \"value\" }} }}", SettingAdvice.Of(Engine.MySql, message), StringComparison.Ordinal);
}
