using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Scripts;

/// <summary>What MySQL's own client said of a script.</summary>
/// <param name="Client">Which client ran it; null where none did, and nothing is known of the script.</param>
/// <param name="Error">What the client complained of, or null when it ran to the end. Where none ran, what was tried.</param>
public sealed record ClientRun(string? Client, string? Error);

/// <summary>
/// Runs scripts in MySQL's own client: the only one that understands <c>DELIMITER</c> (catalogue row M-44). The server's own one comes first, which fits it;
/// then those on PATH. The password goes through the environment.
/// </summary>
public static partial class MySqlClient
{
    private const string PasswordVariable = "MYSQL_PWD";

    private static readonly string[] Names = ["mysql", "mariadb"];

    /// <summary>Runs a script in a database.</summary>
    /// <param name="server">The server, which knows where it was started.</param>
    /// <param name="connectionString">Leads to the database.</param>
    /// <param name="script">The script.</param>
    /// <param name="cancellationToken">Ends the client.</param>
    public static async Task<ClientRun> RunAsync(IScratchServer server, string connectionString, string script, CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(connectionString);
        var origin = (server as MySqlScratchServer)?.Origin ?? new ServerOrigin("connection");
        var tried = new List<string>();
        foreach (var client in Clients(origin, await ContainersAsync(origin, target, cancellationToken).ConfigureAwait(false), target))
        {
            switch (await TryAsync(client, target, script, cancellationToken).ConfigureAwait(false))
            {
                case { } run when IsAboutTheConnection(run.Error):
                    tried.Add($"{client.Name}: {run.Error!.Split('\n')[^1]}");
                    if (IsLost(run.Error))
                    {
                        // The database is somewhere in the middle of the script: another client would not run it on an empty one.
                        return new ClientRun(null, string.Join("; ", tried));
                    }

                    break;
                case { } run:
                    return run;
                default:
                    tried.Add($"{client.Name}: not installed");
                    break;
            }
        }

        return new ClientRun(null, string.Join("; ", tried));
    }

    /// <summary>Every client there may be, the one that fits best first.</summary>
    private static IEnumerable<Client> Clients(ServerOrigin origin, IReadOnlyList<string> containers, MySqlTarget target)
    {
        string[] common = [$"--user={target.User}", "--default-character-set=utf8mb4", target.Database];
        string[] address = target.Host.StartsWith('/')
            ? [$"--socket={target.Host}"]
            : ["--protocol=tcp", $"--host={target.Host}", $"--port={target.Port.ToString(CultureInfo.InvariantCulture)}"];
        return
        [
            // The variable without a value: docker takes it from its own environment.
            .. from container in containers from name in Names
               select new Client($"{name} in the container", "docker", ["exec", "-i", "-e", PasswordVariable, container, name, .. common]),
            .. from folder in new[] { origin.Folder }.OfType<string>() from name in Names
               select new Client($"{name} beside the server", Path.Combine(folder, name), [.. address, .. common]),
            .. from name in Names select new Client($"{name} on PATH", name, [.. address, .. common]),
        ];
    }

    /// <summary>
    /// The container that the server was started in. Of a server that was given by connection string only the port is known: any container that publishes it is
    /// asked, and one that is another server does not know the scratch database, whose name is like no other.
    /// </summary>
    private static async Task<IReadOnlyList<string>> ContainersAsync(ServerOrigin origin, MySqlTarget target, CancellationToken cancellationToken)
    {
        if (origin.Container is { } known)
        {
            return [known];
        }

        if (origin.Source != "connection" || target.Host.StartsWith('/'))
        {
            return [];
        }

        try
        {
            string[] ask = ["ps", "--filter", $"publish={target.Port.ToString(CultureInfo.InvariantCulture)}", "--format", "{{.ID}}"];
            var (exit, output, _) = await RunAsync("docker", ask, password: null, input: string.Empty, cancellationToken).ConfigureAwait(false);
            return exit == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        }
        catch (Win32Exception)
        {
            return []; // There is no docker.
        }
    }

    private static async Task<ClientRun?> TryAsync(Client client, MySqlTarget target, string script, CancellationToken cancellationToken)
    {
        try
        {
            var (exit, _, error) = await RunAsync(client.Program, client.Arguments, target.Password, script, cancellationToken).ConfigureAwait(false);
            return new ClientRun(client.Name, exit == 0 ? null : error.Trim() is { Length: > 0 } said ? said : $"exit code {exit}");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What a client complains of in the script has a line. The rest (no log-in, no such database or container, an option it does not know) says nothing of the script.</summary>
    private static bool IsAboutTheConnection(string? error) => error is not null && (!OfALine().IsMatch(error) || IsLost(error));

    /// <summary>The server went away in the middle of the script.</summary>
    private static bool IsLost(string error) => LostInALine().IsMatch(error);

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

    [GeneratedRegex(@"^ERROR( \d+ \(\w+\))? at line \d+", RegexOptions.Multiline)]
    private static partial Regex OfALine();

    [GeneratedRegex(@"^ERROR 20\d\d \(\w+\) at line \d+", RegexOptions.Multiline)]
    private static partial Regex LostInALine();

    private sealed record Client(string Name, string Program, string[] Arguments);
}
