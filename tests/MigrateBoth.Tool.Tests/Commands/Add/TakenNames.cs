#pragma warning disable IDE0130 // These stand for names that the user's project has in its migrations' namespaces.

namespace Shop.Migrations.MySql
{
    internal static class TakenClass;
}

namespace Shop.Migrations.Sqlite.TakenNamespace.Inner
{
    internal static class Anything;
}
