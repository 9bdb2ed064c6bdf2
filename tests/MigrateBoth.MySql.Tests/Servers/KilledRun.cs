using System.Diagnostics;
using MigrateBoth.MySql.Servers;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>A process that gets a server, makes a database there and is killed.</summary>
internal static class KilledRun
{
    /// <summary>Returns when it is dead.</summary>
    /// <returns>The name of the database that it made.</returns>
    public static async Task<string> StartAsync(StateFolder state, string server, string? executable = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "MigrateBoth.MySql.Leftovers.dll");
        var start = new ProcessStartInfo("dotnet", [program, state.Path, server]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (executable is not null)
        {
            start.Environment[MySqlServerRequest.ExecutableVariable] = executable;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var database = await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
        return database ?? throw new InvalidOperationException(await error);
    }
}
