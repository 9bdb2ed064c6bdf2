using System.Net.Sockets;
using System.Text.Json;
using Docker.DotNet;
using DotNet.Testcontainers.Configurations;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>The Docker engine, asked for the version it speaks before anything else is asked of it.</summary>
internal sealed class DockerEngine
{
    private const string ApiVersionVariable = "DOCKER_API_VERSION";

    private static readonly string[] Proxies = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];

    private static readonly string[] ProxyExceptions = ["no_proxy", "NO_PROXY"];

    /// <summary>What Testcontainers asks for by itself; engines up to 24 answer it with status 400.</summary>
    private static readonly Version TestcontainersVersion = new(1, 44);

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DirectTimeout = TimeSpan.FromSeconds(2);

    private static readonly SemaphoreSlim Gate = new(1, 1);

    private readonly Uri _endpoint;
    private readonly Version _apiVersion;

    private DockerEngine(Uri endpoint, Version apiVersion) => (_endpoint, _apiVersion) = (endpoint, apiVersion);

    /// <summary>
    /// Whether the engine's ports on 127.0.0.1 are ours too, so that they need not be opened to any other machine. They are not
    /// for a process that is in a container itself.
    /// </summary>
    public bool SharesLoopback => _endpoint.Scheme is "unix" or "npipe" && !File.Exists("/.dockerenv");

    /// <summary>Finds the engine and settles the version with it.</summary>
    /// <exception cref="MigrateBothException">No engine answers.</exception>
    public static async Task<DockerEngine> ConnectAsync(CancellationToken cancellationToken)
    {
        var engine = await ProbeAsync(cancellationToken).ConfigureAwait(false);

        // Testcontainers keeps its settings in statics and reads the variable when they are first touched.
        await Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (engine._apiVersion != TestcontainersVersion && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ApiVersionVariable)))
            {
                Environment.SetEnvironmentVariable(ApiVersionVariable, engine._apiVersion.ToString(2));
            }

            // Its side-car image cannot be pulled everywhere; what we start is leased and removed by ourselves.
            TestcontainersSettings.ResourceReaperEnabled = false;
        }
        finally
        {
            Gate.Release();
        }

        return engine;
    }

    /// <summary>A client that speaks the engine's version.</summary>
    public DockerClient CreateClient() => new DockerClientBuilder().WithEndpoint(_endpoint).WithApiVersion(_apiVersion).Build();

    private static async Task<DockerEngine> ProbeAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ProbeTimeout);

        // Without a version in the path any engine answers.
        await BypassProxyAsync(cancellationToken).ConfigureAwait(false);
        using var client = Unversioned();
        try
        {
            var answer = await client.System.GetVersionAsync(timeout.Token).ConfigureAwait(false);
            return new DockerEngine(client.Options.Endpoint, Settle(answer.APIVersion, answer.MinAPIVersion));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(client.Options.Endpoint, $"it did not answer within {ProbeTimeout.TotalSeconds:0} s", null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Unavailable(client.Options.Endpoint, e.GetBaseException().Message, e);
        }
    }

    private static DockerClient Unversioned()
    {
        try
        {
            return new DockerClientBuilder().Build();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // DOCKER_HOST or the Docker context is something it cannot make sense of.
            throw Unavailable(null, e.GetBaseException().Message, e);
        }
    }

    /// <summary>
    /// An engine that is reached without a proxy is not asked by way of one. .NET would ask HTTP_PROXY for 127.0.0.1 or a pipeline's Docker service too,
    /// unless NO_PROXY says otherwise.
    /// </summary>
    private static async Task BypassProxyAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(Environment.GetEnvironmentVariable("DOCKER_HOST"), UriKind.Absolute, out var host) || host.Scheme is "unix" or "npipe"
            || !(host.IsLoopback || await IsDirectAsync(host, cancellationToken).ConfigureAwait(false)))
        {
            return;
        }

        foreach (var variable in ProxyExceptions)
        {
            var exceptions = Environment.GetEnvironmentVariable(variable);
            if (exceptions?.Split(',').Contains(host.Host, StringComparer.OrdinalIgnoreCase) != true)
            {
                Environment.SetEnvironmentVariable(variable, string.IsNullOrEmpty(exceptions) ? host.Host : $"{exceptions},{host.Host}");
            }
        }
    }

    private static async Task<bool> IsDirectAsync(Uri host, CancellationToken cancellationToken)
    {
        if (!Array.Exists(Proxies, variable => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable))))
        {
            return false; // Nothing to get around.
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(DirectTimeout);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host.Host, host.Port, timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or ArgumentException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static Version Settle(string newest, string? oldest)
    {
        var wanted = Version.TryParse(newest, out var max) && max < TestcontainersVersion ? max : TestcontainersVersion;
        return Version.TryParse(oldest, out var min) && min > wanted ? min : wanted;
    }

    private static MigrateBothException Unavailable(Uri? endpoint, string reason, Exception? cause) => new(
        ExitCode.Incomplete,
        "docker-unavailable",
        $"No Docker engine answers{(endpoint is null ? string.Empty : $" at {endpoint}")}: {reason}",
        "Start Docker, and make sure that this account may use it ('docker info' must work); DOCKER_HOST and the current Docker context are honoured.",
        cause);
}

/// <summary>The engine's own words out of <c>{"message":"..."}</c>.</summary>
internal static class DockerMessage
{
    public static string Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? body : body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return body.Trim(); // Not JSON, or not an object: shown as it is.
        }
    }
}
