using System.Diagnostics;
using Docker.DotNet;
using Docker.DotNet.Models;
using MigrateBoth.MySql.Servers.Containers;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>Looks at Docker without the code under test, but for the version it settled.</summary>
internal static class DockerProbe
{
    public static async Task<ContainerInspectResponse?> FindAsync(string name)
    {
        using var client = (await DockerEngine.ConnectAsync(CancellationToken.None)).CreateClient();
        try
        {
            return await client.Containers.InspectContainerAsync(name);
        }
        catch (DockerContainerNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The containers that a process started.</summary>
    public static async Task<IReadOnlyList<string>> OfProcessAsync(int processId)
    {
        using var client = (await DockerEngine.ConnectAsync(CancellationToken.None)).CreateClient();
        var all = await client.Containers.ListContainersAsync(new ContainersListParameters { All = true });
        var id = processId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. all.Where(c => c.Labels.TryGetValue("migrateboth.pid", out var pid) && pid == id).Select(c => c.Names[0])];
    }

    public static async Task RemoveAsync(string name)
    {
        using var client = (await DockerEngine.ConnectAsync(CancellationToken.None)).CreateClient();
        await client.Containers.RemoveContainerAsync(name, new ContainerRemoveParameters { Force = true });
    }

    /// <summary>An image like the tests' own that does something else when it starts.</summary>
    public static async Task<string> BuildImageAsync(string shellCommand)
    {
        var name = $"migrateboth/test:{Guid.NewGuid().ToString("N")[..12]}";
        var start = new ProcessStartInfo("docker", ["build", "--quiet", "--tag", name, "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOCKER_BUILDKIT"] = "0";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync($"FROM {TestServers.Image}\nENTRYPOINT [\"sh\", \"-c\", \"{shellCommand}\"]\n");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
        return name;
    }

    public static async Task RemoveImageAsync(string name)
    {
        using var client = (await DockerEngine.ConnectAsync(CancellationToken.None)).CreateClient();
        await client.Images.DeleteImageAsync(name, new ImageDeleteParameters { Force = true });
    }
}
