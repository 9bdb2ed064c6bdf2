namespace MigrateBoth.Tool.Testing;

/// <summary>Reads which tests were running when a test host ended, as the observer in VSTest's host writes it down.</summary>
internal static class RunningTests
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "MIGRATEBOTH_RUNNING_TESTS";

    /// <summary>The tests that began and did not end, in the order in which they began.</summary>
    /// <param name="file">The file, which need not exist.</param>
    public static IReadOnlyList<string> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var running = new List<string>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 1))
        {
            if (line[0] == '+')
            {
                running.Add(line[1..]);
            }
            else
            {
                running.Remove(line[1..]);
            }
        }

        return running;
    }
}
