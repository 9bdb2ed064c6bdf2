namespace MigrateBoth.EntityFrameworkCore.Tests.Databases;

/// <summary>Tests that set or depend on EF Core's process-wide design-time switch run one after the other.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class DesignTimeTests
{
    public const string Collection = "design time";
}
