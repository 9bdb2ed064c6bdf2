using Docker.DotNet;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Servers.Containers;
using MigrateBoth.MySql.Servers.Local;
using MigrateBoth.MySql.Servers.Warm;
using MySqlConnector;

namespace MigrateBoth.MySql.Servers.Probing;

/// <summary>One thing that a MySQL server for scratch databases can depend on, looked at without starting anything.</summary>
/// <param name="Name">Such as <c>Docker</c> or <c>image</c>.</param>
/// <param name="IsUsable">Whether it is there and works; null when it is not there and need not be.</param>
/// <param name="IsServer">Whether it gives a server by itself.</param>
/// <param name="Detail">What was found. No secrets.</param>
/// <param name="Fix">How to get it, or null.</param>
public sealed record ServerProbe(string Name, bool? IsUsable, bool IsServer, string Detail, string? Fix = null);

/// <summary>Looks at every way to a MySQL server that a request allows.</summary>
public static class ServerProbes
{
    /// <summary>Probes. Never throws for what is missing: that is the result.</summary>
    /// <exception cref="MigrateBothException">The request itself is wrong.</exception>
    public static async Task<IReadOnlyList<ServerProbe>> RunAsync(MySqlServerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var choice = ServerChoice.Of(request);
        return choice.Kind switch
        {
            ServerChoiceKind.Connection => [await ConnectionAsync(request, choice.ConnectionString!, cancellationToken).ConfigureAwait(false)],
            ServerChoiceKind.Local => [await LocalAsync(request, isNeeded: true, cancellationToken).ConfigureAwait(false)],
            ServerChoiceKind.Docker => await DockerAsync(request, isNeeded: true, cancellationToken).ConfigureAwait(false),
            _ => await AnyAsync(request, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<IReadOnlyList<ServerProbe>> AnyAsync(MySqlServerRequest request, CancellationToken cancellationToken)
    {
        var docker = await DockerAsync(request, isNeeded: false, cancellationToken).ConfigureAwait(false);
        var local = await LocalAsync(request, isNeeded: false, cancellationToken).ConfigureAwait(false);
        var warm = await WarmAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. docker, local, warm];
    }

    private static async Task<IReadOnlyList<ServerProbe>> DockerAsync(MySqlServerRequest request, bool isNeeded, CancellationToken cancellationToken)
    {
        try
        {
            var engine = await DockerEngine.ConnectAsync(cancellationToken).ConfigureAwait(false);
            using var client = engine.CreateClient();
            var version = await client.System.GetVersionAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                new ServerProbe("Docker", true, IsServer: false, $"engine {version.Version}, API {version.APIVersion}"),
                Promised(request, isNeeded, await ImageAsync(client, request.EffectiveImage, cancellationToken).ConfigureAwait(false)),
            ];
        }
        catch (MigrateBothException exception)
        {
            return [new ServerProbe("Docker", isNeeded ? false : null, IsServer: false, exception.Message, exception.Hint)];
        }
        catch (Exception exception) when (exception is DockerApiException or HttpRequestException or IOException or TimeoutException)
        {
            return [new ServerProbe("Docker", isNeeded ? false : null, IsServer: false, exception.GetBaseException().Message, "Make sure that 'docker info' works.")];
        }
    }

    private static async Task<ServerProbe> ImageAsync(DockerClient client, string image, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.Images.InspectImageAsync(image, cancellationToken).ConfigureAwait(false);
            return new ServerProbe("image", true, IsServer: true, $"{image} is there ({found.Size / 1_000_000} MB)");
        }
        catch (DockerImageNotFoundException)
        {
            return new ServerProbe(
                "image",
                null,
                IsServer: true,
                $"{image} is not available locally; the first check tries to pull it",
                $"docker pull {image}, or name another one with --mysql-image or {MySqlServerRequest.ImageVariable}.");
        }
    }

    /// <summary>A server that is not what was named is as good as none: a check on it is refused.</summary>
    private static ServerProbe Required(MySqlServerRequest request, ServerIdentity identity, string? image, bool isNeeded, ServerProbe probe) =>
        request.Refusal(identity, image) is { } reason
            ? probe with
            {
                IsUsable = isNeeded ? false : null,
                Detail = $"{probe.Detail}; does not meet the requirement: {reason}",
                Fix = "Make the named server available, or change the requirement: --mysql-image, " + MySqlServerRequest.ImageVariable + ", mysql.image and mysql.version.",
            }
            : probe;

    /// <summary>What an image's name promises, held against a version that is named next to it. The tag 8.4 represents any 8.4.</summary>
    private static ServerProbe Promised(MySqlServerRequest request, bool isNeeded, ServerProbe probe) =>
        ServerRequirement.OfImage(string.Empty, request.EffectiveImage) is { Vendor: { } vendor, Oldest: { } oldest }
            ? Required(request, new ServerIdentity(vendor, oldest + string.Concat(Enumerable.Repeat(".99999", 2 - oldest.Count(letter => letter == '.')))), request.EffectiveImage, isNeeded, probe)
            : probe;

    private static async Task<ServerProbe> LocalAsync(MySqlServerRequest request, bool isNeeded, CancellationToken cancellationToken)
    {
        try
        {
            var executable = await ServerExecutable.FindAsync(request.Environment, cancellationToken).ConfigureAwait(false);
            var identity = ServerFlavor.Parse(executable.Version).Identity;
            return Required(request, identity, image: null, isNeeded, new ServerProbe("local server", true, IsServer: true, $"{executable.Path} ({identity})"));
        }
        catch (MigrateBothException exception)
        {
            return new ServerProbe("local server", isNeeded ? false : null, IsServer: true, exception.Message, exception.Hint);
        }
    }

    private static async Task<ServerProbe> WarmAsync(MySqlServerRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var status = await new WarmServer(request).StatusAsync(cancellationToken).ConfigureAwait(false);
            return status is null
                ? new ServerProbe("warm server", null, IsServer: true, "none", "'dotnet migrate-both server up' avoids starting a server for every check.")
                : Required(
                    request, status.Identity, status.Image, isNeeded: false, new ServerProbe("warm server", true, IsServer: true, $"{status.Identity} at {status.Endpoint} ({status.Image ?? status.Source})"));
        }
        catch (MigrateBothException exception)
        {
            return new ServerProbe("warm server", false, IsServer: true, exception.Message, exception.Hint);
        }
    }

    private static async Task<ServerProbe> ConnectionAsync(MySqlServerRequest request, string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            var target = MySqlTarget.Parse(connectionString).WithDatabase(string.Empty);
            try
            {
                using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
                var identity = ServerFlavor.Parse(connection.ServerVersion).Identity;
                return Required(request, identity, image: null, isNeeded: true, new ServerProbe("given server", true, IsServer: true, $"{identity} at {target.Endpoint}"));
            }
            catch (MySqlException exception)
            {
                throw MySqlFailures.Describe(exception, target);
            }
        }
        catch (MigrateBothException exception)
        {
            return new ServerProbe("given server", false, IsServer: true, exception.Message, exception.Hint);
        }
    }
}
