using CliWrap;
using CliWrap.Buffered;

namespace MigrateBoth.EndToEnd.Tests.Pairs;

/// <summary>The real <c>dotnet ef</c>, of the samples' EF Core version.</summary>
public sealed class DotnetEf : IAsyncLifetime
{
    public const string Version = "9.0.23";

    private readonly string _directory = Directory.CreateTempSubdirectory("migrateboth-e2e-ef-").FullName;

    public string Executable => Path.Combine(_directory, OperatingSystem.IsWindows() ? "dotnet-ef.exe" : "dotnet-ef");

    public Task InitializeAsync() =>
        Cli.Wrap("dotnet").WithArguments(["tool", "install", "dotnet-ef", "--version", Version, "--tool-path", _directory]).ExecuteBufferedAsync();

    public Task DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }
}
