namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>Tests that share the one installed tool and one MySQL; they run one after the other, as they would on a user's machine.</summary>
[CollectionDefinition(Name)]
public sealed class WithInstalledTool : ICollectionFixture<InstalledTool>, ICollectionFixture<MySqlContainer>
{
    public const string Name = "installed tool";
}
