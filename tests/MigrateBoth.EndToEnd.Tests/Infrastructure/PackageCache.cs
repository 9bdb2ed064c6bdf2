namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Packages of this build come from a separate cache, everything else from the user's: the version number does not change between
/// builds, and NuGet never unpacks a version twice.
/// </summary>
internal static class PackageCache
{
    private static readonly Lock Gate = new();
    private static bool s_prepared;

    public static string Directory => Path.Combine(Repository.Root, "artifacts", "e2e-packages");

    public static string NuGetConfig =>
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{Directory}" />
          </config>
          <packageSources>
            <add key="packed" value="{Repository.Packages}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="user" value="{UserPackages}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    /// <summary>The user's package cache, with all other packages on this machine.</summary>
    public static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Forgets the packages of earlier builds, unless who started this run has done so because several runs share them.</summary>
    public static void Prepare()
    {
        lock (Gate)
        {
            if (s_prepared)
            {
                return;
            }

            System.IO.Directory.CreateDirectory(Directory);
            System.IO.Directory.CreateDirectory(UserPackages);
            if (Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_PACKAGES") != "fresh")
            {
                foreach (var own in System.IO.Directory.EnumerateDirectories(Directory).Where(IsOurs))
                {
                    System.IO.Directory.Delete(own, recursive: true);
                }
            }

            s_prepared = true;
        }
    }

    private static bool IsOurs(string directory) =>
        Path.GetFileName(directory) is var name
        && (name == "dotnet-migrate-both" || name.StartsWith("migrateboth.", StringComparison.Ordinal));
}
