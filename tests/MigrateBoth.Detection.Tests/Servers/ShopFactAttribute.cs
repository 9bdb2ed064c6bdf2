namespace MigrateBoth.Detection.Tests.Servers;

/// <summary>A test that needs the sample on both engines; without a MySQL it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShopFactAttribute : FactAttribute
{
    public ShopFactAttribute() => Skip = MySqlAvailability.WhyMissing;
}
