namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The checkout the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Packages => Path.Combine(Root, "artifacts", "packages");

    public static string Samples => Path.Combine(Root, "tests", "samples");

    /// <summary>The version of the packed packages.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been packed.</exception>
    public static string PackageVersion { get; } = FindVersion();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "MigrateBoth.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException($"MigrateBoth.sln was not found above {AppContext.BaseDirectory}.");
    }

    private static string FindVersion()
    {
        const string Prefix = "dotnet-migrate-both.";
        var package = Directory.Exists(Packages)
            ? Directory.EnumerateFiles(Packages, Prefix + "*.nupkg").SingleOrDefault()
            : null;
        return package is null
            ? throw new InvalidOperationException($"There is no package in {Packages}: run eng/pack.sh first.")
            : Path.GetFileNameWithoutExtension(package)[Prefix.Length..];
    }
}
