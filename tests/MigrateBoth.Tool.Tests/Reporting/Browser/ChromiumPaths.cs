namespace MigrateBoth.Tool.Tests.Reporting.Browser;

/// <summary>Where the browser and its driver are.</summary>
internal static class ChromiumPaths
{
    public static bool AreRequired { get; } = Environment.GetEnvironmentVariable("MIGRATEBOTH_REQUIRE_CHROMIUM") == "1";

    public static string? Browser { get; } = Find("MIGRATEBOTH_TEST_CHROMIUM", "chromium", "google-chrome");

    public static string? Driver { get; } = Find("MIGRATEBOTH_TEST_CHROMEDRIVER", "chromedriver");

    private static string? Find(string variable, params string[] names) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path
            ? path
            : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
               from name in names
               let file = Path.Combine(folder, name)
               where File.Exists(file)
               select file).FirstOrDefault();
}
