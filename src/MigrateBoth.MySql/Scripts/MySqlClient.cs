using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Scripts;

/// <summary>What MySQL's own client said of a script.</summary>
/// <param name="Client">Which client it was.</param>
/// <param name="Error">What it complained of, or null when it ran to the end.</param>
public sealed record ClientRun(string Client, string? Error);

/// <summary>
/// Runs scripts in MySQL's own client: the only one that understands <c>DELIMITER</c> (catalogue row M-44). The one on PATH, else the one in the container
/// that publishes the server's port. The password goes through the environment.
/// </summary>
public static class MySqlClient
{
    private const string PasswordVariable = "MYSQL_PWD";

    /// <summary>Runs a script in a database.</summary>
    /// <param name="connectionString">Leads to the database.</param>
    /// <param name="script">The script.</param>
    /// <param name="cancellationToken">Ends the client.</param>
    /// <returns>Null when there is no client.</returns>
    public static async Task<ClientRun?> RunAsync(string connectionString, string script, CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(connectionString);
        foreach (var client in new[] { "mysql", "mariadb" })
        {
            var address = target.Host.StartsWith('/')
                ? (string[])[$"--socket={target.Host}"]
                : ["--protocol=tcp", $"--host={target.Host}", $"--port={target.Port.ToString(CultureInfo.InvariantCulture)}"];
            if (await TryAsync(client, [.. address, .. Common(target)], target, script, cancellationToken).ConfigureAwait(false) is { } run)
            {
                return run;
            }
        }

        var port = target.Port.ToString(CultureInfo.InvariantCulture);
        if (target.Host.StartsWith('/') || await AskAsync("docker", ["ps", "--filter", $"publish={port}", "--format", "{{.ID}}"], cancellationToken).ConfigureAwait(false) is not { Length: > 0 } container)
        {
            return null;
        }

        // The variable without a value: docker takes it from its own environment.
        return await TryAsync("docker", ["exec", "-i", "-e", PasswordVariable, container.Split('\n')[0].Trim(), "mysql", .. Common(target)], target, script, cancellationToken).ConfigureAwait(false) is { } inside
            && inside.Error?.Contains("executable file not found", StringComparison.Ordinal) != true
            ? inside with { Client = "mysql in the container" }
            : null;
    }

    private static string[] Common(MySqlTarget target) => [$"--user={target.User}", "--default-character-set=utf8mb4", target.Database];

    private static async Task<string?> AskAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var (exit, output, _) = await RunAsync(program, arguments, password: null, input: string.Empty, cancellationToken).ConfigureAwait(false);
            return exit == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null; // There is no such program.
        }
    }

    private static async Task<ClientRun?> TryAsync(string program, string[] arguments, MySqlTarget target, string script, CancellationToken cancellationToken)
    {
        try
        {
            var (exit, _, error) = await RunAsync(program, arguments, target.Password, script, cancellationToken).ConfigureAwait(false);
            return new ClientRun(program, exit == 0 ? null : error.Trim());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string program, string[] arguments, string? password, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (password is not null)
        {
            start.Environment[PasswordVariable] = password;
        }

        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            try
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken).ConfigureAwait(false);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended before it had read everything; its exit code and words say why.
            }

            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
