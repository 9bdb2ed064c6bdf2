using MigrateBoth.Core.Providers;

namespace MigrateBoth.Core.Tests.Providers;

public sealed class MySqlProvidersTests
{
    [Theory]
    [InlineData(8, "Pomelo.EntityFrameworkCore.MySql 8.0.3")]
    [InlineData(9, "Pomelo.EntityFrameworkCore.MySql 9.0.0")]
    public void On_MariaDB_the_tested_provider_of_the_EF_Core_major_is_named(int efCoreMajor, string package)
    {
        var advice = MySqlProviders.ForMariaDb(efCoreMajor);

        Assert.Contains(package, advice, StringComparison.Ordinal);
        Assert.DoesNotContain("fork", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void On_MariaDB_nothing_is_named_that_cannot_be_installed_beside_the_EF_Core()
    {
        var advice = MySqlProviders.ForMariaDb(10);

        Assert.DoesNotContain("Pomelo.EntityFrameworkCore.MySql", advice, StringComparison.Ordinal);
        Assert.Contains("a fork of Pomelo's provider that was made for EF Core 10", advice, StringComparison.Ordinal);
        Assert.Contains("Microting.EntityFrameworkCore.MySql", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, "Pomelo.EntityFrameworkCore.MySql --version 8.0.3")]
    [InlineData(9, "Pomelo.EntityFrameworkCore.MySql --version 9.0.0")]
    [InlineData(10, "MySql.EntityFrameworkCore --version 10.0.12")]
    public void The_command_for_an_EF_Core_major_adds_the_version_that_was_tested_with_it(int efCoreMajor, string package) =>
        Assert.EndsWith("package " + package, MySqlProviders.For(efCoreMajor).AddCommand("App.csproj", efCoreMajor), StringComparison.Ordinal);
}
