using System.Diagnostics;
using MigrateBoth.MySql.Servers;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>A process that gets a server, makes a database there and is killed.</summary>
internal static class KilledRun
{
    /// <summary>Kills it when it has done all of that.</summary>
    /// <returns>The name of the database that it made.</returns>
    public static async Task<string> StartAsync(StateFolder state, string server, string? executable = null)
    {
        using var process = Start(state, server, executable);
        var error = process.StandardError.ReadToEndAsync();
        var database = await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
        return database ?? throw new InvalidOperationException(await error);
    }

    /// <summary>Kills it after a while, wherever it is then.</summary>
    /// <returns>Its process id.</returns>
    public static async Task<int> StartAsync(StateFolder state, string server, string? executable, TimeSpan life)
    {
        using var process = Start(state, server, executable);
        await Task.Delay(life);
        process.Kill();
        await process.WaitForExitAsync();
        return process.Id;
    }

    private static Process Start(StateFolder state, string server, string? executable)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "MigrateBoth.MySql.Leftovers.dll");
        var start = new ProcessStartInfo("dotnet", [program, state.Path, server]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (executable is not null)
        {
            start.Environment[MySqlServerRequest.ExecutableVariable] = executable;
            start.Environment.Remove(MySqlServerRequest.ImageVariable);
        }

        return Process.Start(start)!;
    }
}
