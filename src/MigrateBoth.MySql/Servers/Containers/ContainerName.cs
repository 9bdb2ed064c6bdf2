namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>How our containers are named; no other is ever removed.</summary>
internal static class ContainerName
{
    private const string Prefix = "migrateboth-";

    public static string New() => Prefix + Guid.NewGuid().ToString("N")[..16];

    public static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
