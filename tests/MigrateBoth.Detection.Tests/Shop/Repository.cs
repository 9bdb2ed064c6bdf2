using System.Reflection;

namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>What the build says of the repository.</summary>
internal static class Repository
{
    public static string Directory { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryDirectory").Value!;
}
