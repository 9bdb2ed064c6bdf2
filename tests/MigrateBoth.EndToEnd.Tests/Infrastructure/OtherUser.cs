using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Another account of this machine: not root, in no group, without Docker, with an empty home folder of its own and nothing of the
/// environment of these tests. What it may read besides is laid before it in a mount namespace that ends with it.
/// </summary>
internal sealed class OtherUser : IDisposable
{
    // No account has such a number: programs that ask for the name or the home folder of the account get no answer, as in many containers.
    private readonly string _id = Random.Shared.Next(200_000, 900_000).ToString(CultureInfo.InvariantCulture);
    private readonly string _root = Directory.CreateTempSubdirectory("migrateboth-user-").FullName;
    private readonly List<(string From, string To)> _mounts = [];
    private Process? _namespace;

    public OtherUser()
    {
        foreach (var folder in new[] { Home, Work, Temporary, Feed })
        {
            Directory.CreateDirectory(folder);
        }

        foreach (var package in Directory.EnumerateFiles(Repository.Packages, "*.nupkg"))
        {
            File.Copy(package, Path.Combine(Feed, Path.GetFileName(package)));
        }

        // Everything that is not of this build comes from the packages that are on this machine; there is no network in this.
        var packages = Lay(PackageCache.UserPackages, "packages");
        File.WriteAllText(
            Path.Combine(Work, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{packages}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        Environment["HOME"] = Home;
        // Programs leave folders behind that only their maker may use, under names that the next one wants as well.
        Environment["TMPDIR"] = Temporary;
        Environment["NO_COLOR"] = "1";
        Environment["DOTNET_NOLOGO"] = "1";
        Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }

    /// <summary>The environment of its commands; all of it.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Home => PathOf("home");

    /// <summary>Where it works; empty but for a nuget.config.</summary>
    public string Work => PathOf("work");

    private string Temporary => PathOf("tmp");

    private string Feed => PathOf("feed");

    /// <summary>Makes a folder readable to this user that is not, under a path of its own. Before the first command.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The path's last part.</param>
    public string Lay(string folder, string name)
    {
        var target = PathOf(name);
        Directory.CreateDirectory(target);
        _mounts.Add((folder, target));
        return target;
    }

    /// <summary>Gives it everything that is in its folders.</summary>
    public async Task OwnAsync()
    {
        // A temporary folder is its maker's alone; this one is another's home.
        await Cli.Wrap("chmod").WithArguments(["755", _root]).ExecuteAsync();
        await Cli.Wrap("chown").WithArguments(["-R", $"{_id}:{_id}", Home, Work, Temporary]).ExecuteAsync();
    }

    /// <summary>Runs a program as this user in its folder.</summary>
    public async Task<ToolResult> RunAsync(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        _namespace ??= await NewNamespaceAsync();
        var result = await Cli.Wrap("nsenter")
            .WithArguments(
            [
                "--mount", "--target", _namespace.Id.ToString(CultureInfo.InvariantCulture), $"--wd={Work}",
                "setpriv", "--reuid", _id, "--regid", _id, "--clear-groups", "--no-new-privs",
                "env", "-i", .. Environment.Select(variable => $"{variable.Key}={variable.Value}"),
                program, .. arguments,
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return new ToolResult(result.ExitCode, result.StandardOutput, result.StandardError, clock.Elapsed);
    }

    /// <summary>The command lines of its processes that are still running.</summary>
    public IReadOnlyList<string> Processes() => [.. Running().Select(process => process.CommandLine)];

    public void Dispose()
    {
        // Build and compiler servers stay for a while, and hold the namespace.
        foreach (var (id, _) in Running())
        {
            Sandbox.Signal(id, "KILL");
        }

        _namespace?.Kill();
        _namespace?.WaitForExit();
        _namespace?.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>A process that does only hold the mounts.</summary>
    private async Task<Process> NewNamespaceAsync()
    {
        var script = string.Concat(_mounts.Select(mount => $"mount --bind '{mount.From}' '{mount.To}'; ")) + "echo ready; exec sleep infinity";
        var process = Process.Start(new ProcessStartInfo("unshare", ["--mount", "sh", "-euc", script]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        return process;
    }

    private IEnumerable<(int Id, string CommandLine)> Running()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && CommandLineOfOurs(directory) is { } line)
            {
                yield return (id, line);
            }
        }
    }

    private string? CommandLineOfOurs(string process)
    {
        try
        {
            return File.ReadLines(Path.Combine(process, "status")).Any(line => line.StartsWith($"Uid:\t{_id}\t", StringComparison.Ordinal))
                ? File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ')
                : null;
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private string PathOf(string name) => Path.Combine(_root, name);
}
