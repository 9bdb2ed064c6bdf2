namespace MigrateBoth.Detection.Tests.Servers;

/// <summary>A theory that needs the sample on both engines; without a MySQL it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShopTheoryAttribute : TheoryAttribute
{
    public ShopTheoryAttribute() => Skip = MySqlAvailability.WhyMissing;
}
