using System.Runtime.CompilerServices;

namespace MigrateBoth.Tool.Tests.Rendering;

/// <summary>Compares a rendering with the file that shows what it has to be. MIGRATEBOTH_UPDATE_GOLDEN=1 writes the file: look at the change before you keep it.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("MIGRATEBOTH_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Golden", name)), actual);
    }
}
