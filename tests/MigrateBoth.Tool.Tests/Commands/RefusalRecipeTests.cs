using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Tests.Commands.Fakes;
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

    [Theory]
    [InlineData(true, "MySQL failed during migration 20260101000000_Init: gone (2013)", "It is the server or its connection")]
    [InlineData(false, "MySQL refused migration 20260101000000_Init: gone (2013)", "Correct the migration")]
    public void A_server_that_is_lost_has_not_refused_the_migration(bool isLost, string reason, string hint)
    {
        var obstacle = SchemaObstacle.From(SampleModels.Of(Engine.MySql), new MigrationFailure { Message = "gone", ErrorNumber = 2013, MigrationId = "20260101000000_Init", IsServerLost = isLost }, 0);

        Assert.Equal(reason, obstacle.Reason);
        Assert.StartsWith(hint, obstacle.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_error_has_none() => Assert.Null(ObstacleHints.Recipe(Engine.MySql, Failure(1)));

    private static MigrationFailure Failure(int number) => new() { Message = "no", ErrorNumber = number };
}
