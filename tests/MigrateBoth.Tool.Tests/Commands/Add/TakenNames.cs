#pragma warning disable IDE0130 // These stand for names that the user's project has in its migrations' namespaces.

namespace Shop.Migrations.MySql
{
    internal static class TakenClass;
}

namespace Shop.Migrations.Sqlite.TakenNamespace.Inner
{
    internal static class Anything;
}

namespace Shop
{
    /// <summary>Hides the framework's type of that name in migrations of this namespace.</summary>
    internal static class DateOnly;

    /// <summary>Hides nothing that scaffolded code means.</summary>
    internal static class Customer;
}
