using CliWrap;
using CliWrap.Buffered;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The packed tool, installed once for all tests the way a user installs it.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("migrateboth-e2e-tool-").FullName;

    public InstalledTool() => Prepared = new PreparedApplications(this);

    /// <summary>Applications that were built with it.</summary>
    public PreparedApplications Prepared { get; }

    /// <summary>The tool's executable.</summary>
    public string Executable => Path.Combine(_directory, OperatingSystem.IsWindows() ? "dotnet-migrate-both.exe" : "dotnet-migrate-both");

    public async Task InitializeAsync()
    {
        PackageCache.Prepare();
        await File.WriteAllTextAsync(Path.Combine(_directory, "nuget.config"), PackageCache.NuGetConfig);
        await Cli.Wrap("dotnet")
            .WithWorkingDirectory(_directory)
            .WithArguments(["tool", "install", "dotnet-migrate-both", "--tool-path", _directory, "--version", Repository.PackageVersion])
            .ExecuteBufferedAsync();
    }

    public async Task DisposeAsync()
    {
        await BuildServers.ShutDownAsync();
        Prepared.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
