using System.Diagnostics;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A fact that needs a MySQL container: a visible skip on a developer's machine without one, a failure where it is declared to be there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MySqlFactAttribute : FactAttribute
{
    public MySqlFactAttribute()
    {
        if (Image is null)
        {
            Skip = "needs Docker and the image named by MIGRATEBOTH_MYSQL_IMAGE: run eng/mysql/ensure.sh";
        }
    }

    /// <summary>The image to use, or null when there is none and none is required.</summary>
    public static string? Image { get; } = Find();

    private static string? Find()
    {
        var image = Environment.GetEnvironmentVariable("MIGRATEBOTH_MYSQL_IMAGE") ?? "mysql:9.7";
        return Environment.GetEnvironmentVariable("MIGRATEBOTH_REQUIRE_MYSQL") == "1" || IsThere(image) ? image : null;
    }

    private static bool IsThere(string image)
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", ["image", "inspect", image]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            docker.StandardError.ReadToEndAsync();
            docker.StandardOutput.ReadToEnd();
            docker.WaitForExit();
            return docker.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No docker client at all.
            return false;
        }
    }
}
