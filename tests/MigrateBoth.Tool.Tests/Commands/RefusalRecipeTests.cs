using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Tests.Commands;

/// <summary>The commonest refusals come with what to do about them.</summary>
public sealed class RefusalRecipeTests
{
    [Theory]
    [InlineData(1553, "DropForeignKey")]
    [InlineData(1067, "parentheses")]
    [InlineData(1118, "65535")]
    [InlineData(1071, "HasPrefixLength")]
    [InlineData(1419, "log_bin_trust_function_creators")]
    [InlineData(1142, "GRANT ALL PRIVILEGES")]
    [InlineData(1044, "GRANT ALL PRIVILEGES")]
    public void Each_has_a_recipe(int number, string says) => Assert.Contains(says, ObstacleHints.Recipe(Engine.MySql, Failure(number)), StringComparison.Ordinal);

    [Theory]
    [InlineData(1142, true)]
    [InlineData(1044, true)]
    [InlineData(1419, true)]
    [InlineData(1553, false)]
    public void Rights_are_the_account_s_and_not_the_migration_s(int number, bool isOfAccount) =>
        Assert.Equal(isOfAccount, ObstacleHints.IsOfAccount(Engine.MySql, Failure(number)));

    [Fact]
    public void Another_error_has_none() => Assert.Null(ObstacleHints.Recipe(Engine.MySql, Failure(1)));

    private static MigrationFailure Failure(int number) => new() { Message = "no", ErrorNumber = number };
}
