using System.Diagnostics;

namespace MigrateBoth.Testing.Bench;

/// <summary>Starts what is measured, on one engine.</summary>
internal static class TestRun
{
    /// <summary>Measures resets in a process of their own.</summary>
    public static async Task<string> ResetsAsync(string engine, string server, int count)
    {
        using var process = Start(engine, server, null, Environment.ProcessPath!, "resets", $"{count}");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The resets on {engine} could not be measured.");
    }

    /// <summary>Runs the suite.</summary>
    /// <returns>Seconds.</returns>
    public static async Task<double> SuiteAsync(string suite, string engine, string server, bool isRecorded)
    {
        var directory = isRecorded ? Directory.CreateTempSubdirectory("migrateboth-bench-recording") : null;
        try
        {
            var clock = Stopwatch.StartNew();
            using var process = Start(engine, server, directory?.FullName, "dotnet", "vstest", suite);
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var seconds = clock.Elapsed.TotalSeconds;
            if (process.ExitCode != 0 || (directory is not null && directory.GetFiles().Length != 1))
            {
                throw new InvalidOperationException($"The suite did not pass on {engine}, or left no recording:\n{output}");
            }

            return seconds;
        }
        finally
        {
            directory?.Delete(recursive: true);
        }
    }

    private static Process Start(string engine, string server, string? recording, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true };
        start.Environment["MIGRATEBOTH_ENGINE"] = engine;
        start.Environment["MIGRATEBOTH_MYSQL"] = server;
        start.Environment["MIGRATEBOTH_RECORDING"] = recording ?? "";
        return Process.Start(start) ?? throw new InvalidOperationException($"{file} could not be started.");
    }
}
