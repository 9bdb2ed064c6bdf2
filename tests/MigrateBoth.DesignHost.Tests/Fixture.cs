namespace MigrateBoth.DesignHost.Tests;

/// <summary>The applications by name.</summary>
internal static class Fixture
{
    /// <summary>EF Core 9, both providers, a design time factory that goes by its arguments.</summary>
    public static FixtureApplication Factory { get; } = new("Factory");
}
