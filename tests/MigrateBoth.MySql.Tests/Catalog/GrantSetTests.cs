using MigrateBoth.MySql.Catalog;

namespace MigrateBoth.MySql.Tests.Catalog;

public sealed class GrantSetTests
{
    [Theory]
    [InlineData("GRANT ALL PRIVILEGES ON *.* TO `root`@`%` WITH GRANT OPTION", true)]
    [InlineData("GRANT SELECT, TRIGGER ON *.* TO `a`@`%`", true)]
    [InlineData("GRANT TRIGGER ON `shop_data`.* TO `a`@`%`", true)]
    [InlineData(@"GRANT TRIGGER ON `shop\_%`.* TO `a`@`%`", true)]
    [InlineData("GRANT TRIGGER ON `shop_data`.* TO `a`@`%` IDENTIFIED BY PASSWORD '*B69027D4'", true)]
    [InlineData("GRANT TRIGGER ON \"shop_data\".* TO \"a\"@\"%\"", true)]
    [InlineData("GRANT SELECT ON *.* TO `a`@`%`", false)]
    [InlineData("GRANT USAGE ON *.* TO `a`@`%`", false)]
    [InlineData(@"GRANT TRIGGER ON `shop\_`.* TO `a`@`%`", false)]
    [InlineData("GRANT TRIGGER ON `shop.data`.* TO `a`@`%`", false)]
    [InlineData("GRANT TRIGGER ON `Shop_data`.* TO `a`@`%`", false)]
    [InlineData("GRANT TRIGGER ON `shop_data`.`t` TO `a`@`%`", false)]
    [InlineData("GRANT SELECT (`TRIGGER`) ON `shop_data`.`t` TO `a`@`%`", false)]
    [InlineData("GRANT `TRIGGER`@`%` TO `a`@`%`", false)]
    [InlineData("GRANT PROXY ON ``@`` TO `root`@`localhost`", false)]
    public void A_privilege_counts_when_it_covers_the_whole_database(string line, bool expected) =>
        Assert.Equal(expected, GrantSet.Parse([line], "shop_data").HasAny("TRIGGER"));

    [Fact]
    public void A_partial_revoke_takes_away()
    {
        var grants = GrantSet.Parse(["GRANT ALL PRIVILEGES ON *.* TO `a`@`%`", "REVOKE TRIGGER ON `shop_data`.* FROM `a`@`%`"], "shop_data");

        Assert.False(grants.HasAny("TRIGGER"));
        Assert.True(grants.HasAny("SELECT"));
    }
}
