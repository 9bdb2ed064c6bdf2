using System.Diagnostics;
using System.Globalization;
using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.MySql;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>Starts one container and waits until the server in it answers.</summary>
internal sealed class MySqlContainerStarter(DockerEngine engine, string image, TimeSpan startTimeout, IProgress<string> progress)
{
    private const string DataDirectory = "/var/lib/mysql";
    private const int LogLines = 20;

    /// <summary>How long a create call that was cut off may still bear fruit.</summary>
    private static readonly TimeSpan CreationTail = TimeSpan.FromSeconds(3);

    /// <summary>Starts it. On any exception the container is gone.</summary>
    /// <param name="name">Its name, recorded already.</param>
    /// <param name="purpose"><c>scratch</c> or <c>warm</c>; a label.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>Where the server answers.</returns>
    public async Task<MySqlTarget> StartAsync(string name, string purpose, CancellationToken cancellationToken)
    {
        var password = ServerAccount.NewPassword();
        var container = Build(name, purpose, password);
        using var client = engine.CreateClient();
        try
        {
            if (!await IsImagePresentAsync(client, cancellationToken).ConfigureAwait(false))
            {
                progress.Report($"pulling image {image}");
            }

            var clock = Stopwatch.StartNew();
            await container.StartAsync(cancellationToken).ConfigureAwait(false);
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"container {name} started after {clock.ElapsedMilliseconds} ms"));

            var target = ServerAccount.Target(container.Hostname, container.GetMappedPublicPort(MySqlBuilder.MySqlPort), password);
            var reason = await Readiness.WaitAsync(target, startTimeout, ct => WhyGoneAsync(client, name, ct), cancellationToken).ConfigureAwait(false);
            if (reason is not null)
            {
                throw NotReady(reason, await LastLogLinesAsync(container).ConfigureAwait(false));
            }

            progress.Report(string.Create(CultureInfo.InvariantCulture, $"server in container ready after {clock.ElapsedMilliseconds} ms"));
            return target;
        }
        catch (Exception e)
        {
            var isCanceled = e is OperationCanceledException || cancellationToken.IsCancellationRequested;
            await ContainerRemover.TryRemoveAsync(client, name, isCanceled ? CreationTail : TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
            // A wait of Testcontainers that is cancelled may end as one that took too long.
            cancellationToken.ThrowIfCancellationRequested();
            if (e is DockerApiException or ContainerNotRunningException or HttpRequestException or IOException or TimeoutException)
            {
                throw await DescribeAsync(client, e).ConfigureAwait(false);
            }

            throw;
        }
    }

    private static async Task<string?> WhyGoneAsync(DockerClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var state = (await client.Containers.InspectContainerAsync(name, cancellationToken).ConfigureAwait(false)).State;
            return state is null or { Running: true } ? null : $"it ended with exit code {state.ExitCode}";
        }
        catch (DockerContainerNotFoundException)
        {
            return "it was removed";
        }
    }

    private static async Task<string> LastLogLinesAsync(MySqlContainer container)
    {
        try
        {
            var (stdout, stderr) = await container.GetLogsAsync().ConfigureAwait(false);
            var lines = (stdout + "\n" + stderr).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Join('\n', lines.TakeLast(LogLines).Select(l => $"    {l}"));
        }
        catch (Exception e) when (e is DockerApiException or HttpRequestException or IOException or TimeoutException)
        {
            return $"    (its log cannot be read: {e.Message})";
        }
    }

    private async Task<bool> IsImagePresentAsync(DockerClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.Images.InspectImageAsync(image, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DockerImageNotFoundException)
        {
            return false;
        }
    }

    private MySqlContainer Build(string name, string purpose, string password)
    {
        try
        {
            return new MySqlBuilder(image)
                .WithName(name)
                .WithUsername(ServerAccount.User)
                .WithPassword(password)
                .WithTmpfsMount(DataDirectory)
                .WithCommand([.. ServerOptions.WithoutDurability])
                .WithLabel("migrateboth", purpose)
                .WithLabel("migrateboth.pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
                .WithLabel("migrateboth.host", Environment.MachineName)
                .WithLogger(NullLogger.Instance)
                .WithCleanUp(false)

                // The default writes a client configuration by 'docker exec' and waits by another; both are slower than asking the server.
                .WithStartupCallback((_, _) => Task.CompletedTask)
                .WithWaitStrategy(Wait.ForUnixContainer().AddCustomWaitStrategy(new NoFurtherWait()))
                .WithCreateParameterModifier(KeepPortOnThisMachine)
                .Build();
        }
        catch (ArgumentException e)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "image-name-invalid",
                $"'{image}' is not a valid image name.",
                $"Write it like {MySqlServerRequest.DefaultImage}.",
                e);
        }
    }

    private void KeepPortOnThisMachine(CreateContainerParameters parameters)
    {
        if (!engine.SharesLoopback)
        {
            return;
        }

        foreach (var binding in parameters.HostConfig?.PortBindings?.Values.SelectMany(b => b) ?? [])
        {
            binding.HostIP = "127.0.0.1";
        }
    }

    private async Task<MigrateBothException> DescribeAsync(DockerClient client, Exception e)
    {
        var words = e is DockerApiException { ResponseBody: { Length: > 0 } body } ? DockerMessage.Read(body) : e.GetBaseException().Message;
        var isImageMissing = e is DockerImageNotFoundException || (e is DockerApiException && !await IsImagePresentSafelyAsync(client).ConfigureAwait(false));
        return isImageMissing
            ? new MigrateBothException(
                ExitCode.Incomplete,
                "image-missing",
                $"Image '{image}' is not available locally and cannot be pulled: {words}",
                $"Specify an available image with --mysql-image or {MySqlServerRequest.ImageVariable}, or load it ('docker pull', 'docker load').",
                e)
            : new MigrateBothException(
                ExitCode.Incomplete,
                "container-failed",
                $"Docker could not start a container of '{image}': {words}",
                "See 'docker info' and the engine's log.",
                e);
    }

    private async Task<bool> IsImagePresentSafelyAsync(DockerClient client)
    {
        try
        {
            return await IsImagePresentAsync(client, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerApiException or HttpRequestException or IOException or TimeoutException)
        {
            return true; // Cannot be asked: the first failure is told as it was.
        }
    }

    private MigrateBothException NotReady(string reason, string log) => new(
        ExitCode.Incomplete,
        "container-not-ready",
        $"The MySQL server in a container of '{image}' did not start: {reason}. The last lines of its log:\n{log}",
        "The image has to be MySQL or MariaDB with the official image's environment variables; a slow machine may need a longer --timeout.");

    private sealed class NoFurtherWait : IWaitUntil
    {
        public Task<bool> UntilAsync(IContainer container) => Task.FromResult(true);
    }
}
